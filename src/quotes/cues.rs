//! The verbs that report speech, writing and thought, with what each takes beside it.
//!
//! Lemmas were collected from the open reporting-verb lists of GenderGapTracker (MIT) and JournalismAI (Apache-2.0), from
//! counts of cues in news, and by hand. Forms are made from the lemma; the irregular ones are written out.

use crate::bits::bit_set;

bit_set! {
    /// What a word can be.
    pub(super) struct Flags(u64);
}

/// Reports speech and takes a clause: "say", "argue".
pub(super) const SPEECH: Flags = Flags::only(0);
/// Reports writing: "write", "tweet".
pub(super) const WRITING: Flags = Flags::only(1);
/// A document or study does it: "show", "find", "read".
pub(super) const DOCUMENT_VERB: Flags = Flags::only(2);
/// Reports belief: "think", "hope".
pub(super) const THOUGHT: Flags = Flags::only(3);
/// Gives a name or judgement: "call", "dub", "describe".
pub(super) const NAMING: Flags = Flags::only(4);
/// Speaks without a clause: "accuse", "praise", "promise"; reports marked words only.
pub(super) const ACT: Flags = Flags::only(5);
/// Has its addressee as object: "tell", "inform".
pub(super) const TELLING: Flags = Flags::only(6);
/// The clause may stand without "that" and without further evidence: "said he left".
pub(super) const BARE: Flags = Flags::only(7);
/// Any of the reporting classes.
pub(super) const CUE: Flags = SPEECH.and(WRITING).and(DOCUMENT_VERB).and(THOUGHT).and(NAMING).and(ACT);

/// The form is a past tense or past participle.
pub(super) const PAST: Flags = Flags::only(8);
/// The form ends in -s.
pub(super) const THIRD: Flags = Flags::only(9);
/// The form is the lemma.
pub(super) const BASE: Flags = Flags::only(10);
/// The form ends in -ing.
pub(super) const ING: Flags = Flags::only(11);
/// The lemma or -s form is as often a noun: "report", "claims".
pub(super) const NOUNISH: Flags = Flags::only(12);
/// Takes "to" and an infinitive for what is said: "promise to", "ask X to".
pub(super) const INFINITIVE: Flags = Flags::only(13);
/// A noun that reports: "claim", "complaints".
pub(super) const CUE_NOUN: Flags = Flags::only(15);
/// An adjective that tells what somebody thinks or feels: "sure", "worried".
pub(super) const CUE_ADJECTIVE: Flags = Flags::only(38);
/// A form of any verb in the tables.
pub(super) const VERB: Flags = Flags::only(14);

/// Lemmas by class. A tilde marks a lemma that doubles its last letter ("admit~": "admitted"), a slash lists irregular past
/// forms ("say/said"), a plus marks one that is also a common noun ("report+").
#[rustfmt::skip]
pub(super) const VERBS: &[(Flags, &str)] = &[
    (SPEECH.and(BARE), "say/said/saying"),
    (SPEECH.and(TELLING).and(BARE), "tell/told"),
    (SPEECH.and(TELLING), "inform assure remind notify brief caution+ advise reassure"),
    (SPEECH.and(TELLING).and(INFINITIVE), "direct+ warn ask urge challenge+ command+ instruct beg~ implore beseech"),
    (SPEECH.and(BARE), "add argue claim+ insist assert contend allege maintain note+ acknowledge admit~ concede declare state+ reiterate stress+ \
                     emphasize emphasise predict explain complain recall suggest agree boast brag~ joke+ quip~ confess testify swear/swore/sworn conclude"),
    (SPEECH.and(INFINITIVE), "promise+ vow+ pledge+ threaten claim+ offer+ propose swear/swore/sworn agree"),
    (SPEECH, "announce report+ respond reply+ answer+ repeat remark+ observe comment+ counter+ continue begin/began/begun deny disclose confirm reveal \
              indicate proclaim reason+ elaborate recount relate affirm attest aver~ avow clarify hint+ imply insinuate intimate joke+ lament+ \
              marvel mention+ muse opine plead protest+ quote+ rejoin retort+ speculate stipulate submit~ theorize theorise vent+ volunteer+ wonder+ \
              interject interrupt chime scoff sigh+ shout+ yell+ scream+ cry+ whisper+ mutter mumble murmur gasp+ groan+ grumble bark+ bellow blurt \
              chant+ chuckle chortle cackle crow deadpan~ drawl exclaim fume gripe+ growl grouse gush huff intone jeer laugh+ moan+ pipe preach \
              rail rant+ rave roar+ sing/sang/sung smile+ snap~ snarl sneer snipe sniff spit~ stammer stutter tease thunder+ urge utter vent wail whine \
              reflect rehash summarize summarise sum~+ paraphrase narrate recite rattle recommend request+ demand+ decree+ pronounce posit postulate \
              profess prophesy forecast/forecast+ guess+ venture+ counsel enthuse exult exhort bemoan bewail decry confide inquire enquire query+ \
              question+ stipulate surmise acknowledge apologize apologise caution+ certify charge+ cite concur~ contradict convey correct+ detail+ \
              emote estimate+ exaggerate express imagine interpret lecture+ let/let/letting mock name+ order+ persuade point+ pray pretend \
              rebut~ refute rule+ spell trumpet underline underscore verify voice+ vouch worry+ rejoice riff+ \
              communicate disagree pontificate hypothesize hypothesise testify articulate specify stress+ elaborate allude gloat kid~ lie/lied/lying"),
    (WRITING.and(BARE), "write/wrote/written tweet+"),
    (WRITING, "blog~+ post+ text+ email+ e-mail+ retweet+ scrawl scribble pen~ jot~ type+ publish"),
    (DOCUMENT_VERB, "read/read show/showed/shown find/found indicate reveal suggest estimate+ demonstrate confirm conclude"),
    (THOUGHT, "think/thought believe hope+ fear+ feel/felt know/knew/known expect doubt+ suspect+ worry+ assume realize realise understand/understood \
               dream+ figure+ consider guess+ imagine presume regret~+ wish+ anticipate foresee/foresaw/foreseen learn discover decide remember forget/forgot/forgotten"),
    (NAMING, "call+ dub~ label+ describe brand+ deem characterize characterise term+ christen nickname+ portray denounce paint deride depict refer~ \
              tout hail declare proclaim pronounce cast/cast+ bill+ decry condemn slam~ blast+ dismiss lambaste lambast mock ridicule+ rate+ view+"),
    (ACT, "accuse criticize criticise praise+ blame+ attack+ chide chastise rebuke+ scold slam~ blast+ defend applaud congratulate thank+ ridicule+ \
           attribute+ credit+ fault+ welcome condemn dismiss reject denounce deplore endorse encourage berate bash rip~ lash hammer+ knock+ mock \
           taunt+ invite+ advocate+ salute+ insult+ laud liken compare cheer+ boo curse+ defy debate+ discuss address+ talk+ speak/spoke/spoken \
           signal+ vouch warn ask order+ want+ need+ plan~+ prefer~ seek/sought support+ oppose demand+ prompt+ argue highlight+ emphasize \
           tout cite echo+ embrace admonish upbraid excoriate castigate pan~ assail skewer savage decline refuse+ object+ appeal+ propose \
           advise resolve contend complain insist suggest recommend vow+ pledge+ promise+ threaten offer+ urge push+ press+ quote+ reference+ title+ entitle"),
];

/// Verbs that report nothing; they bound a noun phrase and show that a clause is finite.
#[rustfmt::skip]
pub(super) const OTHER_VERBS: &str =
    "make/made take/took/taken go/went/gone come/came/come get/got/gotten give/gave/given win/won lose/lost run/ran/run see/saw/seen use+ keep/kept hold/held \
     lead/led+ meet/met work+ bring/brought leave/left put/put send/sent+ stand/stood+ become/became/become sit/sat win/won build/built buy/bought \
     catch/caught choose/chose/chosen cut/cut+ draw/drew/drawn drive/drove/driven+ eat/ate/eaten fall/fell/fallen+ fight/fought+ fly/flew/flown grow/grew/grown \
     hit/hit+ hear/heard lay/laid pay/paid+ rise/rose/risen+ sell/sold set/set+ shake/shook/shaken shoot/shot speak/spoke/spoken spend/spent start+ \
     stop~+ strike/struck+ turn+ try+ vote+ wear/wore/worn appear seem remain happen help+ move+ live play+ look+ serve join visit+ arrive travel+ \
     die ask raise+ face+ follow return+ receive begin/began/begun plan~+ campaign+ attack+ release+ issue+ sign+ pass+ kill+ arrest+ charge+ fire+ hire+ elect \
     nominate appoint endorse support+ oppose defeat+ beat/beat/beaten+ carry create cause+ change+ open close+ reach+ increase+ decrease+ drop~+ gain+ show/showed/shown \
     refuse+ decline+ fail succeed want like+ love+ hate+ need+ believe continue remain belong contain include involve require allow enable end+ \
     deliver host+ attend walk+ pull+ push+ throw/threw/thrown tie+ trail+ suspend resign retire enter introduce launch+ make/made mean/meant appear exist \
     represent sound+ spark+ draw/drew/drawn deserve owe offer+ prove save feature+ focus+ force+ seek/sought steal/stole/stolen break/broke/broken+ \
     escape+ apply affect agree admire wait+ handle+ manage protect prepare produce provide prevent promise+ quit/quit raise+ recognize recover reduce refer~ \
     emerge erupt escalate deteriorate expand explode fade fund+ ignore inspire invest invite+ kick+ last+ lie/lay/lain miss+ occur outline+ \
     pick+ plead point+ possess pour praise+ prevail profit+ pursue react redirect reflect regard+ reject rely remove replace respect+ rest+ result+ \
     roll+ rush+ schedule+ secure separate settle share+ shift+ shut/shut sign+ slip~+ sparked split/split+ spread/spread+ stay+ step~+ \
     storm+ struggle+ study+ suffer surge+ survive swing/swung+ target+ tend test+ threaten top~+ touch+ track+ trade+ train+ transform trigger+ trust+ \
     undergo/underwent/undergone unite unveil urge vanish veto view+ violate voted wage+ wake/woke/woken warn watch+ weigh withdraw/withdrew/withdrawn back+ favor+ favour+ identify list+ intend balk side+ expose promote convince downplay distance+ reaffirm celebrate block+ accept disavow champion+ herald \
     calculate exceed earn file+ gather divide organize organise engage avoid capture+ ensure treat+ improve qualify dominate fill compete advance+ attract develop \
     unify pose obtain undermine contribute investigate extend listen define connect confront eliminate perform select participate achieve seize establish destroy \
     hack+ fuel+ lack+ negotiate hurt/hurt deport collect donate complicate surround sue prosecute proceed depend teach/taught coordinate operate incite exploit+ \
     boost+ align accomplish satisfy stick/stuck renew punish lift+ deploy burn+ borrow govern disqualify authorize authorise alienate strengthen solve restrict \
     garner elevate cancel sustain preserve legalize legalise tear/tore/torn+ retain resist repeal+ disappear tighten rebuild/rebuilt overlook widen unfold restore \
     lend/lent justify implement execute distribute distinguish diminish consolidate collapse+ bolster blow/blew/blown+ appreciate afford accelerate translate \
     galvanize expire energize curb+ convert+ shrink/shrank/shrunk overtake/overtook/overtaken overshadow overcome/overcame enact empower disrupt capitalize adapt \
     abide unleash thwart surpass revive relocate reinforce propel~ prohibit oversee/oversaw/overseen offend isolate intervene indict grapple fulfill enforce \
     discredit coalesce bother bind/bound assist+ acquire weaken upend thrive sway reconsider prolong mobilize mobilise hide/hid/hidden feed/fed cooperate stoke \
     solidify shatter reclaim postpone insert inject forge ease dismantle dig/dug detect deprive broaden betray await alter+ adjust sleep/slept+ slash+ rescue+ \
     reopen regulate refrain provoke navigate mourn facilitate defer~ comply carve spur~+ terminate revisit resettle resemble render oust integrate heed foster \
     enhance embody distract displace discriminate debunk constitute climb+ cement+ cater bow+ assess amplify administer abolish withhold/withheld wield tarnish \
     solicit soften shield+ rethink/rethought repair+ relay+ regain rebound+ reap outweigh minimize minimise lure+ enlist derail deflect cure+ condone bounce+ behave \
     backfire attach swallow suppress reshape quell quash merge imperil entertain dodge discourage deepen dampen confer~ compensate accommodate wreck+ woo swell \
     summon sink/sank/sunk repay/repaid muster jeopardize interfere grasp+ fend extract+ eradicate bypass+ adhere withstand/withstood undo/undid/undone \
     undertake/undertook/undertaken stabilize reconcile placate perpetuate nudge+ jolt+ intimidate formulate foment deceive cultivate amend absorb interview+ cover+ \
     match+ register+ lock+ fix+ marry award+ reverse+ reform+ bomb+ land+ double+ crack+ combat+ search+ scramble+ monitor+ display+ delay+ flip~+ recruit+ \
     purchase+ switch+ steer+ guarantee+ yield+ waste+ slow+ reward+ halt+ stretch+ surface+ stall+ grant+ confirm score+ link+ damage+ rank+ finish+ control+ limit+ \
     measure+ sweep/swept+ cling/clung bite/bit/bitten+ freeze/froze/frozen+ slide/slid+ ride/rode/ridden+ forbid~/forbade/forbidden forgive/forgave/forgiven \
     mislead/misled override/overrode/overridden overthrow/overthrew/overthrown strip~+ trap~+ wrap~+ plug~+ grab~+ rob~ stir~+ plot~+ spot~+ skip~+ ship~+ \
     illustrate notice+ document+ approve rebuff aim+ adopt impose extol~ pummel commit~ envision determine invoke shrug~ repudiate renounce demonize vilify belittle \
     disparage malign dispute+ contest+ lobby+ tackle+ broach slap~ spurn trash+ thrash needle jab~ mull contemplate ponder resent detest despise relish+ cherish \
     envy+ dread+ loathe crave yearn hesitate attempt+ opt~ lean+ pitch+ insult+ tease hint+ recite rehash outlaw ban~+ overturn block+ abandon shape+ frame+ leak+ disagree";

/// Adjectives of thought, feeling and will. Participles among them are forms of verbs too.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &str =
    "sure unsure certain uncertain confident hopeful optimistic pessimistic upbeat clear unclear aware unaware afraid fearful skeptical sceptical doubtful critical supportive \
     dismissive wary leery weary tired sick proud glad happy unhappy angry furious upset sad sorry ready willing unwilling eager reluctant hesitant likely unlikely keen adamant \
     insistent convinced unconvinced persuaded worried concerned alarmed anxious nervous scared frightened terrified surprised shocked stunned amazed astonished disappointed \
     dismayed frustrated annoyed outraged appalled disgusted offended horrified angered irked irritated pleased satisfied dissatisfied thrilled excited delighted impressed unimpressed \
     interested uninterested intrigued fascinated enthusiastic passionate bullish curious puzzled confused baffled mystified perplexed troubled bothered embarrassed ashamed \
     grateful thankful appreciative mindful cognizant conscious unanimous divided undecided torn determined resolved resigned open opposed hostile sympathetic sensitive friendly \
     enamored fond envious jealous suspicious cynical mistrustful distrustful uncomfortable comfortable uneasy apprehensive cautious frank candid blunt explicit outspoken vocal \
     effusive apologetic defensive unapologetic content inclined tempted intent bent poised prepared committed dedicated devoted inspired motivated jubilant elated ecstatic livid \
     incredulous adamant evasive coy noncommittal vague definitive emphatic obvious evident apparent conceivable doubtful plausible surprising shocking";

/// Nouns of speech and thought, without their plurals; those that are verbs too are found among the verbs.
#[rustfmt::skip]
pub(super) const NOUNS: &str =
    "claim assertion allegation accusation suggestion argument complaint belief concern fear criticism rumor rumour speculation promise statement contention charge \
     hope view assurance warning prediction acknowledgment acknowledgement admission conclusion announcement pledge vow threat plan decision proposal request refusal call \
     demand recommendation insistence denial declaration declamation estimate expectation feeling impression observation opinion perception remark revelation sentiment \
     sense suspicion worry confirmation explanation description comment question doubt desire intention wish willingness commitment offer agreement push support opposition \
     praise objection response testimony position stance theory forecast confession boast quip joke critique defense defence endorsement attack \
     idea notion consensus rejection skepticism scepticism enthusiasm interest reluctance confidence anxiety assumption approval disapproval recognition message advice goal strategy \
     rumour speech condemnation denunciation indication evidence sign preference vision hostility dislike disdain disagreement lawsuit warning reminder appeal petition \
     misgiving reservation concession apology ambition aspiration hint guess bet instruction guidance ruling conviction praise question talk debate discussion story account allusion reference";
