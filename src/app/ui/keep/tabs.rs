//! What the tabs of this page say to one another, so that each article has one writer, and every tab knows what is gone.

use js_sys::Reflect;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error as _, MapAccess};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::annotation::tagged::{Tagged, tag_first};

/// What one tab says to all others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "say", rename_all = "lowercase")]
pub(super) enum Message {
    /// Whoever has this document on the desk: save it, and let go of it.
    Release {
        /// The document.
        id: String,
    },
    /// Whoever has this document on the desk: give it this title.
    Rename {
        /// The document.
        id: String,
        /// Its new title.
        title: String,
    },
    /// It has it.
    Renamed {
        /// The document.
        id: String,
    },
    /// These documents were deleted for good; everything where none is named.
    Forgotten {
        /// Their ids.
        ids: Option<Vec<String>>,
    },
    /// What the list shows has changed.
    Listed,
    /// The labels of a person's own have changed.
    Labels,
}

/// The fields of any message.
#[derive(Deserialize)]
struct Fields {
    id: Option<String>,
    title: Option<String>,
    ids: Option<Vec<String>>,
}

impl<'de> Tagged<'de> for Message {
    const TAG: &'static str = "say";

    fn variant<A: MapAccess<'de>>(tag: &str, fields: MapAccessDeserializer<A>) -> Result<Self, A::Error> {
        let Fields { id, title, ids } = Fields::deserialize(fields)?;
        let id = id.ok_or_else(|| A::Error::missing_field("id"));
        match tag {
            "release" => id.map(|id| Message::Release { id }),
            "rename" => Ok(Message::Rename { id: id?, title: title.unwrap_or_default() }),
            "renamed" => id.map(|id| Message::Renamed { id }),
            "forgotten" => Ok(Message::Forgotten { ids }),
            "listed" => Ok(Message::Listed),
            "labels" => Ok(Message::Labels),
            other => Err(A::Error::unknown_variant(other, &["release", "rename", "renamed", "forgotten", "listed", "labels"])),
        }
    }
}

/// The way to the other tabs. A browser that has none leaves every tab to itself.
#[derive(Clone, Default)]
pub(super) struct Tabs(Option<JsValue>);

impl Tabs {
    /// Opens it; `heard` hears what other tabs say.
    pub(super) fn open(heard: impl Fn(Message) + 'static) -> Self {
        let made = || {
            let kind: js_sys::Function = Reflect::get(&js_sys::global(), &"BroadcastChannel".into()).ok()?.dyn_into().ok()?;
            Reflect::construct(&kind, &js_sys::Array::of1(&"galley".into())).ok()
        };
        let Some(channel) = made() else { return Self(None) };
        let handler = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let said = Reflect::get(&event, &"data".into()).ok().and_then(|data| tag_first(serde_wasm_bindgen::Deserializer::from(data)).ok());
            if let Some(message) = said {
                heard(message);
            }
        });
        let _ = Reflect::set(&channel, &"onmessage".into(), &handler.into_js_value());
        Self(Some(channel))
    }

    /// Says something to all other tabs.
    pub(super) fn say(&self, message: &Message) {
        let Some(channel) = &self.0 else { return };
        let post: Option<js_sys::Function> = Reflect::get(channel, &"postMessage".into()).ok().and_then(|f| f.dyn_into().ok());
        if let (Some(post), Ok(message)) = (post, serde_wasm_bindgen::to_value(message)) {
            let _ = post.call1(channel, &message);
        }
    }
}
