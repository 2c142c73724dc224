//! The rule of who may see a résumé, held against what was written down of it elsewhere: a transcription of the table,
//! and a log that is read through for each question.

mod dice;
mod histories;
mod log;
mod transcription;
