//! The table that gives an operation to [`crate::Store`], whichever database it is.

/// Declares operations of [`crate::Store`]; both databases must have a function of the same name and form.
macro_rules! operations {
    ($($(#[$doc:meta])* async fn $name:ident(&self $(, $argument:ident: $type:ty)* $(,)?) -> $answer:ty;)+) => {
        impl $crate::Store {
            $(
                $(#[$doc])*
                pub async fn $name(&self $(, $argument: $type)*) -> $crate::Result<$answer> {
                    match self {
                        Self::Sqlite(store) => store.$name($($argument),*).await,
                        #[cfg(feature = "postgres")]
                        Self::Postgres(store) => store.$name($($argument),*).await,
                    }
                }
            )+
        }
    };
}
