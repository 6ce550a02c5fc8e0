//! Sets of a few named members, one bit each, as types of their own.

/// Declares a set type over an unsigned number. Its members are constants made with `only`; constants of several members with `and`.
macro_rules! bit_set {
    ($(#[$doc:meta])* $vis:vis struct $name:ident($bits:ty);) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        $vis struct $name($bits);

        #[allow(dead_code, reason = "not every set needs every operation")]
        impl $name {
            /// No member.
            $vis const NONE: Self = Self(0);

            /// The member with number `n` alone.
            #[must_use]
            $vis const fn only(n: u32) -> Self {
                Self(1 << n)
            }

            /// The members of both; `|` where no constant is made.
            #[must_use]
            $vis const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// True where it has any of the members of `any`.
            #[must_use]
            $vis const fn has(self, any: Self) -> bool {
                self.0 & any.0 != 0
            }

            /// True where it has all members of `all`.
            #[must_use]
            $vis const fn has_all(self, all: Self) -> bool {
                self.0 & all.0 == all.0
            }

            /// Its members but for those of `other`.
            #[must_use]
            $vis const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// True where it has no member.
            #[must_use]
            $vis const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// The set whose members are the bits of `bits`, as it is kept outside the program.
            #[must_use]
            $vis const fn from_bits(bits: $bits) -> Self {
                Self(bits)
            }

            /// The numbers of its members, the smallest first.
            $vis fn members(self) -> impl Iterator<Item = usize> {
                let mut left = self.0;
                std::iter::from_fn(move || {
                    let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
                    left &= left - 1;
                    Some(next)
                })
            }

            /// The bits of its members.
            #[must_use]
            $vis const fn bits(self) -> $bits {
                self.0
            }
        }

        impl std::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                self.and(other)
            }
        }

        impl std::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }

        impl std::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }
        }
    };
}

pub(crate) use bit_set;

#[cfg(test)]
mod tests {
    bit_set! {
        /// Colours.
        struct Colours(u8);
    }

    const RED: Colours = Colours::only(0);
    const BLUE: Colours = Colours::only(7);
    const BOTH: Colours = RED.and(BLUE);

    #[test]
    fn members_are_told_apart() {
        assert!(BOTH.has(RED) && BOTH.has_all(RED | BLUE) && !RED.has(BLUE) && RED.has(BOTH) && !RED.has_all(BOTH));
        assert!(Colours::NONE.is_empty() && !Colours::NONE.has(BOTH) && !BOTH.is_empty());
        assert_eq!((BOTH & BLUE, BOTH.bits(), Colours::from_bits(0x80)), (BLUE, 0x81, BLUE));
        assert_eq!((BOTH.without(RED), RED.without(BOTH)), (BLUE, Colours::NONE));
        assert_eq!(BOTH.members().collect::<Vec<_>>(), [0, 7]);
        let mut colours = RED;
        colours |= BLUE;
        assert_eq!(colours, BOTH);
    }
}
