//! The trained models and word lists, and the one list of their files.

use std::sync::Arc;

use crate::artifacts::coref::DamageModel;
use crate::artifacts::spelling::Dictionary;
use crate::entities::model::EntityModel;
use crate::segments::FurnitureModel;

/// The trained models and word lists that the engine reads with. Each may be missing: the engine then does without.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// Which names and phrases were written over other words.
    pub damage: Option<Arc<DamageModel>>,
    /// What of a page is furniture; without it a short list of set phrases is known.
    pub furniture: Option<Arc<FurnitureModel>>,
    /// The words of English; without it nothing is said of spelling.
    pub dictionary: Option<Arc<Dictionary>>,
    /// The recogniser of names; `models/entities.bin`. Without it names are found by short lists and context alone.
    pub entities: Option<Arc<EntityModel>>,
}

/// One model file.
#[derive(Clone, Copy, Debug)]
pub struct ModelFile {
    /// Its name in the folder `models`.
    pub name: &'static str,
    /// Reads the file into its place; the error is a sentence.
    pub install: fn(&mut Models, Vec<u8>) -> Result<(), String>,
    /// The file itself: a program that is no page carries it along.
    #[cfg(not(target_arch = "wasm32"))]
    pub bytes: &'static [u8],
}

macro_rules! model_files {
    ($($name:literal $install:ident;)*) => {
        &[$(ModelFile {
            name: $name,
            install: $install,
            #[cfg(not(target_arch = "wasm32"))]
            bytes: include_bytes!(concat!("../models/", $name)),
        }),*]
    };
}

/// All of them, in the order in which a worker loads them: what gives the most comes first, the dictionary last.
pub static MODELS: &[ModelFile] = model_files![
    "entities.bin" entities;
    "furniture.bin" furniture;
    "damage.bin" damage;
    "dictionary.bin" dictionary;
];

#[cfg(not(target_arch = "wasm32"))]
impl Models {
    /// All that the project ships. One that this build cannot read is left out, and `complain` is told its name and why.
    #[must_use]
    pub fn shipped(mut complain: impl FnMut(&'static str, String)) -> Self {
        let mut models = Self::default();
        for file in MODELS {
            if let Err(error) = (file.install)(&mut models, file.bytes.to_vec()) {
                complain(file.name, error);
            }
        }
        models
    }
}

fn entities(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.entities = Some(EntityModel::from_bytes(&bytes).map_err(|error| error.to_string())?.into());
    Ok(())
}

fn dictionary(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.dictionary = Some(Dictionary::read(&bytes).map_err(|error| error.to_string())?.into());
    Ok(())
}

fn furniture(models: &mut Models, bytes: Vec<u8>) -> Result<(), String> {
    models.furniture = Some(FurnitureModel::read(&bytes).map_err(|error| error.to_string())?.into());
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
            (file.install)(&mut models, file.bytes.to_vec()).unwrap();
            assert!((file.install)(&mut models, b"something else".to_vec()).is_err(), "{}", file.name);
        }
    }
}
