//! The small facts of a job, packed into one word.

use crate::document::JobDocument;
use zhitu_domain::job::{Education, EmploymentType, Experience};

const EXPERIENCE: u32 = 0;
const EDUCATION: u32 = 4;
const EMPLOYMENT: u32 = 8;
const REMOTE: u64 = 1 << 12;
const POINT: u64 = 1 << 13;
const SALARY: u64 = 1 << 14;

/// Packed facts. Four bits for each choice leave room for more values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attributes(pub u64);

impl Attributes {
    pub(crate) fn of(job: &JobDocument) -> Self {
        let flag = |on: bool, bit: u64| if on { bit } else { 0 };
        Self(
            (job.experience as u64) << EXPERIENCE
                | (job.education as u64) << EDUCATION
                | (job.employment_type as u64) << EMPLOYMENT
                | flag(job.remote, REMOTE)
                | flag(job.point.is_some(), POINT)
                | flag(job.salary_monthly_cny.is_some(), SALARY),
        )
    }

    fn field(self, shift: u32) -> usize {
        usize::from((self.0 >> shift & 0xf) as u8)
    }

    /// Index into `Experience::ALL`.
    pub(crate) fn experience(self) -> usize {
        self.field(EXPERIENCE)
    }

    /// Index into `Education::ALL`.
    pub(crate) fn education(self) -> usize {
        self.field(EDUCATION)
    }

    /// Index into `EmploymentType::ALL`.
    pub(crate) fn employment_type(self) -> usize {
        self.field(EMPLOYMENT)
    }

    pub(crate) fn is_remote(self) -> bool {
        self.0 & REMOTE != 0
    }

    pub(crate) fn has_point(self) -> bool {
        self.0 & POINT != 0
    }

    pub(crate) fn has_salary(self) -> bool {
        self.0 & SALARY != 0
    }
}

/// A choice of several values as a set of bits; none chosen allows all.
pub(crate) fn allowed<T: Copy + Choice>(chosen: &[T]) -> u16 {
    if chosen.is_empty() { u16::MAX } else { chosen.iter().fold(0, |set, value| set | 1 << value.index()) }
}

/// A value that has a place among its kind.
pub(crate) trait Choice {
    /// Its index in `ALL`.
    fn index(self) -> usize;
}

macro_rules! choice {
    ($($name:ident),+) => {$(
        impl Choice for $name {
            fn index(self) -> usize {
                self as usize
            }
        }
    )+};
}

choice!(Experience, Education, EmploymentType);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_fits_and_stands_at_its_index() {
        assert!(
            Experience::ALL.iter().enumerate().all(|(index, value)| value.index() == index && index < 16)
        );
        assert!(Education::ALL.iter().enumerate().all(|(index, value)| value.index() == index && index < 16));
        assert!(
            EmploymentType::ALL.iter().enumerate().all(|(index, value)| value.index() == index && index < 16)
        );
    }
}
