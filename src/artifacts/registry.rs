//! Which detectors there are, and in which order they run.

use super::{
    Context, Finding, Page, coref, duplicates, encoding, furniture, grammar, marks, markup, numbers, running_heads, seams, spacing, spelling, structure, style,
    verbatim, words,
};

/// Finds what can be seen in the characters alone, and adds it to the findings.
pub(super) type Mechanical = fn(&Page<'_>, &mut Vec<Finding>);

/// Finds what needs the cleaned reading, the names or the quotations. It reads the earlier findings, and may withdraw
/// one that its own explains better.
pub(super) type Contextual = fn(&Context<'_>, &mut Vec<Finding>);

/// Stage one, in order.
pub(super) static MECHANICAL: &[Mechanical] = &[encoding::find, markup::find, spacing::find, seams::find, running_heads::find];

/// Stage two, in order. What explains others (a document overwritten by coreference) comes after what it explains.
pub(super) static CONTEXTUAL: &[Contextual] = &[
    |context, findings| encoding::find_lost_ligatures(context, findings),
    marks::find,
    duplicates::find,
    furniture::find,
    structure::find,
    words::find,
    numbers::find,
    verbatim::find,
    grammar::find,
    style::find,
    coref::find,
    coref::find_in_quotations,
    spelling::find,
];
