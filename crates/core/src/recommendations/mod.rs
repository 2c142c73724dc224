//! Offering people unasked: the seeker's switch, and what a recruiter is offered for a posting.

mod list;
mod personalisation_set;
mod personalisation_show;
