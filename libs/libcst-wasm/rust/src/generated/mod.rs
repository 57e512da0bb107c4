//! Written by `npm run generate` from the schema.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod field;
#[rustfmt::skip]
pub mod kind;
#[rustfmt::skip]
pub mod walk;
