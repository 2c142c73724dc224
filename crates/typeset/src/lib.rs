//! A résumé set in type: PDF and page pictures
