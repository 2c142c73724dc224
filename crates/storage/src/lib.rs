//! The platform's tables, written once and compiled for SQLite and PostgreSQL
