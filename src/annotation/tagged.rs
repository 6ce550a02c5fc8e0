//! Enums whose tag stands beside their fields, read without holding the fields back.
//!
//! What serde derives for them takes any order of fields, for which it first reads all of a value into one that may be anything,
//! and compiles every type in it once more for that. The page reads only what this program wrote, tag first; there this is
//! a twentieth of the whole download less. Files come from anywhere, and are read as serde does.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// An enum that is written with its tag first.
pub trait Tagged<'de>: Sized {
    /// The name of the tag.
    const TAG: &'static str;

    /// The variant `tag` of the fields that follow.
    ///
    /// # Errors
    /// Where there is no such variant, or its fields do not fit.
    fn variant<A: MapAccess<'de>>(tag: &str, fields: MapAccessDeserializer<A>) -> Result<Self, A::Error>;
}

/// Reads one.
///
/// # Errors
/// Where the tag does not stand first, names no variant, or the fields do not fit.
pub fn tag_first<'de, T: Tagged<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct First<T>(PhantomData<T>);

    impl<'de, T: Tagged<'de>> Visitor<'de> for First<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(T::TAG)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
            match map.next_key::<String>()? {
                Some(key) if key == T::TAG => {
                    let tag: String = map.next_value()?;
                    T::variant(&tag, MapAccessDeserializer::new(map))
                }
                _ => Err(A::Error::missing_field(T::TAG)),
            }
        }
    }

    deserializer.deserialize_map(First(PhantomData))
}
