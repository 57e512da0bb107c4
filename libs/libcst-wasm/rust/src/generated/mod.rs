//! What is written from the schema: `npm run generate`.
#[allow(dead_code)]
#[rustfmt::skip]
pub mod field;
#[rustfmt::skip]
pub mod kind;
#[allow(clippy::deref_addrof, clippy::needless_borrow)]
#[rustfmt::skip]
pub mod walk;
