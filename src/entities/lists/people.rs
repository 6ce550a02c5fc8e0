//! First names, titles, nationalities and groups.

use crate::lexicon::WordSet;

/// Nationalities, religious and political groups.
pub(in crate::entities) const GROUPS: WordSet = WordSet::new(
    "Afghan Afghans African Africans Albanian Algerian American Americans Arab Arabs Argentine Armenian Asian Australian Australians Austrian \
     Bangladeshi Belgian Brazilian British Briton Britons Bulgarian Cambodian Cameroonian Canadian Canadians Catholic Catholics Chinese Christian \
     Christians Colombian Communist Congolese Conservative Conservatives Croatian Cuban Cubans Czech Danish Democrat Democratic Democrats Dutch \
     Egyptian Egyptians English Ethiopian European Europeans Finnish French Georgian German Germans Ghanaian Greek Greeks Hindu Hindus Hungarian \
     Indian Indians Indonesian Iranian Iranians Iraqi Iraqis Irish Islamic Islamist Islamists Israeli Israelis Italian Italians Jamaican Japanese \
     Jew Jewish Jews Jordanian Kenyan Kenyans Korean Koreans Kurd Kurdish Kurds Kuwaiti Latino Latinos Lebanese Liberal Libyan Malaysian Mexican \
     Mexicans Moroccan Muslim Muslims Nepalese Nigerian Nigerians Norwegian Pakistani Pakistanis Palestinian Palestinians Peruvian Polish Portuguese \
     Protestant Qatari Republican Republicans Romanian Russian Russians Rwandan Saudi Saudis Scottish Serb Serbian Shia Shiite Sikh Somali Somalis \
     Spanish Sudanese Sunni Sunnis Swedish Swiss Syrian Syrians Taiwanese Tamil Thai Tibetan Tunisian Turkish Turks Ugandan Ukrainian Ukrainians \
     Venezuelan Vietnamese Welsh Yemeni Zambian Zimbabwean",
);

/// First names.
pub(in crate::entities) const FIRST_NAMES: WordSet = WordSet::new(
    "Adam Ahmed Alan Albert Alex Alexander Ali Alice Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony Barack Barbara Ben Benjamin Bernie Beth \
     Bill Bob Brian Bruce Carl Carlos Carol Caroline Catherine Charles Charlie Chris Christian Christine Christopher Chuck Claire Craig Dan Daniel \
     David Deborah Dennis Diana Diane Dianne Dick Donald Donna Doug Edward Elizabeth Ellen Emily Emma Eric Eva Evan Frank Fred Gary George Gordon \
     Grace Greg Harry Helen Henry Hillary Howard Ian Ibrahim Ivan Jack Jacob James Jane Janet Jason Jean Jeb Jeff Jennifer Jerry Jessica Jill Jim \
     Jimmy Joan Joe John Jon Jonathan Jorge Jose Joseph Joshua Juan Judith Julia Julie Karen Kate Kathleen Keith Kelly Kenneth Kevin Kim Larry Laura \
     Lena Leo Linda Lisa Lucy Luis Margaret Maria Marie Mark Martha Martin Mary Matt Matthew Megan Melissa Michael Michelle Miguel Mike Mitch \
     Mohamed Mohammed Muhammad Nancy Neil Nicholas Nick Nicole Nora Olivia Omar Pamela Patricia Patrick Paul Peter Philip Rachel Ralph Ray Rebecca \
     Richard Rick Robert Roger Ron Ronald Rosa Roy Russell Ruth Ryan Samantha Samuel Sandra Sara Sarah Scott Sean Sergei Sharon Simon Sophie Stephen \
     Steve Steven Stuart Susan Ted Teresa Terry Theresa Thomas Tim Timothy Tom Tony Vincent Vladimir Walter Warren Wendy William Yusuf",
);

/// What stands before a person's name.
pub(in crate::entities) const TITLES: WordSet = WordSet::new(
    "Adm. Ambassador Attorney Bishop Brig. Capt. Captain Chairman Chancellor Chief Col. Colonel Commissioner Congressman Congresswoman Dame \
     Detective Director Dr Dr. Gen. General Gov. Governor Imam Inspector Judge Justice King Lady Lieutenant Lord Lt. Maj. Major Mayor Minister Miss \
     Mr Mr. Mrs Mrs. Ms Ms. Pope President Prince Princess Prof. Professor Queen Rep. Representative Rev. Secretary Sen. Senator Sergeant Sgt. \
     Sheikh Sheriff Sir Speaker",
);
