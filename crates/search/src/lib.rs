//! Job search: index, Chinese and English analysis, distance, facets
