//! The models that the command line carries.

use galley::Models;
use galley::artifacts::coref::DamageModel;

/// All of them. One that this build cannot read is left out with a warning: the rest still works.
pub(crate) fn models() -> Models {
    let damage = DamageModel::read(include_bytes!("../../../models/damage.bin"));
    Models { damage: damage.inspect_err(|error| eprintln!("galley: models/damage.bin: {error}")).ok() }
}
