//! Postings: what a job is, what it pays, what it asks for.

mod content;
mod salary;
mod words;

pub use content::{
    Education, EmploymentType, Experience, JobContent, JobField, JobProblem, JobState, Workplace, validate,
};
pub use salary::{Currency, Salary, SalaryError, SalaryPeriod};
pub use words::{folded, words};
