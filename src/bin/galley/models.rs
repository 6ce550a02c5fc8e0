//! The models that the command line carries.

use std::sync::Arc;

use galley::Models;
use galley::artifacts::coref::DamageModel;
use galley::artifacts::spelling::Dictionary;
use galley::entities::model::EntityModel;

/// All of them. One that this build cannot read is left out with a warning: the rest still works.
pub(crate) fn models() -> Models {
    let damage = DamageModel::read(include_bytes!("../../../models/damage.bin"));
    let dictionary = Dictionary::read(include_bytes!("../../../models/dictionary.bin"));
    let entities = EntityModel::from_bytes(include_bytes!("../../../models/entities.bin"));
    Models {
        damage: damage.inspect_err(|error| eprintln!("galley: models/damage.bin: {error}")).ok().map(Arc::new),
        dictionary: dictionary.inspect_err(|error| eprintln!("galley: models/dictionary.bin: {error}")).ok().map(Arc::new),
        entities: entities.inspect_err(|error| eprintln!("galley: models/entities.bin: {error}")).ok().map(Arc::new),
    }
}
