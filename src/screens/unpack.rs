//! Reads what the build packed with postcard, without a way to fail: the bytes are the program's own.
//!
//! An error that cannot exist leaves no code behind; with postcard's own reader, a tenth of the widget was the handling
//! of errors that never come.

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};

/// Reads a value.
///
/// # Panics
///
/// If the bytes were not packed from the same type.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> T {
    match T::deserialize(&mut Unpacker { rest: bytes }) {
        Ok(value) => value,
    }
}

/// The error that cannot be: there is none to be had.
#[derive(Debug)]
enum Never {}

impl std::fmt::Display for Never {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

#[cold]
fn other_type() -> ! {
    panic!("packed from another type");
}

impl Error for Never {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        other_type()
    }

    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        other_type()
    }

    fn invalid_value(_: Unexpected, _: &dyn Expected) -> Self {
        other_type()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        other_type()
    }
}

/// What is still to be read, in postcard's format.
struct Unpacker<'a> {
    rest: &'a [u8],
}

impl<'a> Unpacker<'a> {
    fn byte(&mut self) -> u8 {
        let [byte, rest @ ..] = self.rest else { other_type() };
        self.rest = rest;
        *byte
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    fn text(&mut self) -> &'a str {
        let length = self.number() as usize;
        let Some((text, rest)) = self.rest.split_at_checked(length) else { other_type() };
        self.rest = rest;
        std::str::from_utf8(text).unwrap_or_else(|_| other_type())
    }
}

/// The types that the screens are made of; a new one fails to compile into the screen's test, not in a visit.
macro_rules! read {
    ($($method:ident => $visit:ident($reader:ident, $value:expr);)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            let $reader = self;
            visitor.$visit($value)
        })*
    };
}

macro_rules! refuse {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
            other_type()
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Unpacker<'de> {
    type Error = Never;

    read! {
        deserialize_bool => visit_bool(reader, reader.byte() != 0);
        deserialize_u8 => visit_u8(reader, reader.byte());
        deserialize_u16 => visit_u32(reader, reader.number());
        deserialize_u32 => visit_u32(reader, reader.number());
        deserialize_u64 => visit_u32(reader, reader.number());
        deserialize_i32 => visit_i32(reader, signed(reader.number()));
        deserialize_f64 => visit_f64(reader, f64::from_le_bytes(std::array::from_fn(|_| reader.byte())));
        deserialize_str => visit_str(reader, reader.text());
        deserialize_string => visit_str(reader, reader.text());
    }

    refuse! {
        deserialize_any deserialize_i8 deserialize_i16 deserialize_i64 deserialize_f32 deserialize_char deserialize_bytes
        deserialize_byte_buf deserialize_unit deserialize_map deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, Never> {
        other_type()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number() as usize;
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Entries { reader: self, left: fields.len() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// The entries of a list, or the fields of a struct.
struct Entries<'r, 'de> {
    reader: &'r mut Unpacker<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Entries<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Unpacker<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let variant: U32Deserializer<Never> = self.number().into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Unpacker<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, left: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Entries { reader: self, left })
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Entries { reader: self, left: fields.len() })
    }
}

/// Undoes the zigzag that keeps small negative numbers short.
fn signed(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}
