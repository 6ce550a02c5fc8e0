//! The models that the worker loads after the first reading, in the order in which it loads them.

use crate::Models;
use crate::artifacts::coref::DamageModel;
use crate::artifacts::spelling::Dictionary;
use crate::entities::model::EntityModel;

/// One model file.
#[derive(Clone, Copy, Debug)]
pub struct ModelFile {
    /// Its name in the folder `models`.
    pub name: &'static str,
    /// Reads the file into its place; the error is a sentence.
    pub install: fn(&mut Models, Vec<u8>) -> Result<(), String>,
}

/// All of them; what gives the most comes first, the dictionary last.
pub const MODELS: &[ModelFile] = &[
    ModelFile { name: "entities.bin", install: entities },
    ModelFile { name: "damage.bin", install: damage },
    ModelFile { name: "dictionary.bin", install: dictionary },
];

fn entities(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.entities = Some(EntityModel::from_bytes(&bytes).map_err(|error| error.to_string())?.into());
    Ok(())
}

fn dictionary(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.dictionary = Some(Dictionary::read(&bytes).map_err(|error| error.to_string())?.into());
    Ok(())
}

fn damage(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.damage = Some(DamageModel::read(&bytes).map_err(|error| error.to_string())?.into());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_model_can_be_read_and_nothing_else_is_taken_for_one() {
        let mut models = Models::default();
        for file in MODELS {
            let bytes = std::fs::read(format!("{}/models/{}", env!("CARGO_MANIFEST_DIR"), file.name)).unwrap();
            (file.install)(&mut models, bytes).unwrap();
            assert!((file.install)(&mut models, b"something else".to_vec()).is_err(), "{}", file.name);
        }
    }
}
