//! Writing the parts that values are made of: lengths, numbers, strings.

use crate::Kind;
use crate::lzf::Packer;
use stdx::num::{format_i64, parse_i64};

/// Strings up to this length are not worth compressing.
const COMPRESSED_BYTES_MIN: usize = 21;
/// Longest text of an integer that is written as such.
const INT_TEXT_BYTES_MAX: usize = 11;

/// Bytes under construction.
#[derive(Debug)]
pub struct Writer {
    out: Vec<u8>,
    /// There if strings are to be compressed (`rdbcompression`).
    packer: Option<Packer>,
    /// The name that stands between the next kind and its value, if `named`.
    name: Vec<u8>,
    named: bool,
}

impl Writer {
    /// Nothing yet.
    pub fn new(compress: bool) -> Self {
        Self {
            out: Vec::new(),
            packer: compress.then(Packer::default),
            name: Vec::new(),
            named: false,
        }
    }

    /// What has been written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.out
    }

    /// What has been written; nothing is left behind.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    /// One byte.
    pub fn byte(&mut self, byte: u8) {
        self.out.push(byte);
    }

    /// The kind of a value, and the name of its key if one was announced.
    pub(crate) fn kind(&mut self, kind: Kind) {
        self.byte(kind as u8);
        if std::mem::take(&mut self.named) {
            let name = std::mem::take(&mut self.name);
            self.string(&name);
            self.name = name;
        }
    }

    /// The value that comes next is that of this key.
    pub(crate) fn announce(&mut self, name: &[u8]) {
        self.name.clear();
        self.name.extend_from_slice(name);
        self.named = true;
    }

    /// A length or an unsigned number.
    pub fn length(&mut self, length: u64) {
        match length {
            0..0x40 => self.out.push(length as u8),
            0x40..0x4000 => self.raw(&(0x4000 | length as u16).to_be_bytes()),
            _ => match u32::try_from(length) {
                Ok(length) => {
                    self.out.push(0x80);
                    self.raw(&length.to_be_bytes());
                }
                Err(_) => {
                    self.out.push(0x81);
                    self.raw(&length.to_be_bytes());
                }
            },
        }
    }

    /// A string, in the shortest form that this writer is to use.
    pub fn string(&mut self, text: &[u8]) {
        if text.len() <= INT_TEXT_BYTES_MAX
            && let Some(number) = parse_i64(text)
            && self.short_integer(number)
        {
            return;
        }
        self.text(text);
    }

    /// A string that spells an integer.
    pub fn integer(&mut self, number: i64) {
        if !self.short_integer(number) {
            let mut digits = [0; stdx::num::I64_TEXT_BYTES_MAX];
            self.text(format_i64(number, &mut digits));
        }
    }

    /// A string that is certainly no integer: the stored form of a structure.
    pub fn text(&mut self, text: &[u8]) {
        if text.len() >= COMPRESSED_BYTES_MIN
            && let Some(packer) = &mut self.packer
            && let Some(packed) = packer.pack(text)
        {
            self.out.push(0xc3);
            let packed = packed.to_vec();
            self.length(packed.len() as u64);
            self.length(text.len() as u64);
            self.raw(&packed);
            return;
        }
        self.length(text.len() as u64);
        self.raw(text);
    }

    fn short_integer(&mut self, number: i64) -> bool {
        if let Ok(number) = i8::try_from(number) {
            self.byte(0xc0);
            self.raw(&number.to_le_bytes());
        } else if let Ok(number) = i16::try_from(number) {
            self.byte(0xc1);
            self.raw(&number.to_le_bytes());
        } else if let Ok(number) = i32::try_from(number) {
            self.byte(0xc2);
            self.raw(&number.to_le_bytes());
        } else {
            return false;
        }
        true
    }
}
