//! Words that tell a seam from a name.

use crate::lexicon::{WordClass, WordSet};

/// Brands, companies and terms that are written with a capital inside.
pub(super) const WHOLE: WordSet = WordSet::new(
    "AbbVie AccuWeather ActBlue AdSense AdWords AeroMexico AfDB AfriForum AirAsia AirBaltic AirBnB AirDrop AirPlay AirPods AirPower AirTag AirTags \
     AirTran AliExpress AliPay AlphaFold AlphaGo AlphaZero AmEx AmeriCorps AnandTech AncestryDNA AppleInsider AppleTV ArcelorMittal ArmaLite ArtNews \
     AsiaNews AstraZeneca AstroTurf AutoNation AutoZone AvtoVAZ AxiCorp BaFin BackPage BandAid BankUnited BeiDou BeltLine BenQ BetFair BetMGM \
     BeyHive BioNTech BioShock BioWare BitCoin BitTorrent BlaBlaCar BlackBerry BlackBerrys BlackRock BlazeTV BleachBit BlueCross BlueScope BlueSky \
     BlueStar BoJack BookTok BookTube BrewDog BrightHouse BritBox BuzzFeed CafePress CaixaBank CalMac CalPERS CalSTRS CapCom CapitaLand CarMax \
     CarPlay CareFirst CashApp CentroSur CenturyLink ChatGPT CheckPoint ChemChina ChipMOS ChromeOS CinemaScope CiteSeer CityLab ClearChannel \
     ClickHouse CliffsNotes CloudFlare CoinBase CoinDCX CoinDesk CoinGecko ColorOfChange ComEd CommBank CompuServe ConAgra ConEd ConocoPhillips \
     CouchSurfing CounterPunch CraigsList CrossFit CrowdStrike CrowdTangle CubeSat CubeSats CureVac DNAinfo DailyMail DaimlerChrysler DataFolha \
     DealBook DeepMind DeepSeek DeviantArt DigiCert DineEquity DirecTV DirectX DisneyLand DnB DoD DoJ DoorDash DoubleClick DoubleLine DoubleTree \
     DoubleVerify DowDuPont DraftKings DreamHost DreamWorks DropBox DuPont DuckDuckGo EasyJet EasyPay EcoHealth EcoWatch EdTech EgyptAir EpiPen \
     EpiPens EthioTelecom EuroLeague EuroMillions EuroNews EuroStar EuroTunnel EverBank EverGrande EverQuest EverSource ExpressVPN ExxonMobil \
     FaceApp FaceBook FaceTime FactCheck FanDuel FastCompany FedEx FedRAMP FinCEN FinTech FireEye FireFox FirstEnergy FirstGroup FiveThirtyEight \
     FlightAware FlightRadar FlixBus FlyBe FlyDubai FlyExclusive FoMO FortisBC FourSquare FoxNews FreeBSD FreedomWorks FreshDirect GameFreak \
     GameSpot GameStop GeForce GeekWire GenAI GenX GenZ GetUp GfK GitHub GitLab GlaxoSmithKline GlobalData GlobalFoundries GlobeNewswire GoDaddy \
     GoFundMe GoPro GoPros GoTo GoogleMaps GreatSchools GreenPeace GrubHub GunBroker HBOMax HarperCollins HashiCorp HealthCare HealthKit HealthLine \
     HeidelbergCement HelloFresh HelpAge HiRISE HomeGoods HomeKit HomePod HondaJet HootSuite HotMail HubSpot HuffPo HuffPollster HuffPost HyTech \
     HyperCard HyperLoop HyperX InBev InDesign InSight IndyCar InfoWars InsideClimate InstaCart IntelliCheck IntelliJ InterContinental IvyWise \
     JPMorgan JPMorganChase JavaScript JetBlue JetBrains JetStar JobCentre JobKeeper JobSeeker JoongAng KeyBank KeyCorp KickStarter KiwiRail \
     KiwiSaver KnowBe KyoAni LabCorp LaserDisc LastPass LeBron LeapFrog LegalZoom LendingTree LexisNexis LifeLock LifeWay LinkedIn LiveJournal \
     LiveLeak LiveNation LiveScience LiveStrong LoanDepot LockBit LogMeIn LookOut MacBook MacBooks MacKenzie MacOS MacRumors MacWorld MailChimp \
     MakerBot MapQuest MarketWatch MasterCard MasterChef MathWorks MediaMatters MediaTek MediaWiki MediaWorks MegaFon MegaMillions MentalFloss \
     MetLife MetroLink MicroSoft MicroStrategy MidAmerican MindGeek MineCraft MoMA MobilEye MoneyGram MoneySavingExpert MoneyWatch MoonPay MoveOn \
     MoviePass MySQL MySpace MythBusters NVivo NYPost NYTimes NanoDrop NatGeo NatWest NationStates NaturalNews NerdWallet NetApp NetEase NetFlix \
     NetJets NetScape NeverTrump NewYorker NewsBusters NewsCorp NewsGuard NewsHour NewsMax NewsNation NewsNow NewsRoom NewsTalk NextDoor NextEra \
     NextGen NextGenTV NoMa NordVPN NortonLifeLock NowThis NutriBullet ObamaCare OffCom OhmyNews OkCupid OneDrive OneMain OnePlus OneRepublic OneWeb \
     OnlyFans OpEd OpEds OpenAI OpenBSD OpenDoor OpenSSL OpenSecrets OpenStack OpenStreetMap OpenTable OpenTheBooks OptumRx OutKast OxyContin PCMag \
     PCWorld PacSun PageRank PageSix PanAm PayPal PayPoint PeaceCorps PeopleSoft PepsiCo PetSmart PetroChina PhD PhDs PharmaCann PhilHealth \
     PitchBook PlanetScope PlayStation PlayStations PolicyGenius PolitiFact PolyGram PopSugar PopTech PostNL PostSecret PowerBall PowerPC PowerPoint \
     PowerPoints PreCheck PredictIt PriceSmart PricewaterhouseCoopers PrimeTime ProPublica ProQuest ProtonMail PubMed PureGym PureWow PwC \
     QuarkXPress QuickBooks QuickSilver QuickTime QuikTrip RaceTrac RadioShack RateMyProfessors RealClear RealClearPolitics RealD RealNetworks \
     RealPlayer RedBubble RedHat RedState ReliaQuest ResearchGate RetailMeNot ReverbNation RiteAid RoboCall RoboCop RocketLab RotoWire RuneScape \
     RusAL RyanAir SCOTUSblog SafeMoon SageMaker SalesForce SanDisk SaskTel SaudiAramco SciFi ScienceAlert ScienceDirect ScotRail ScreenRant SeaLife \
     SeaTac SeaWorld SeatGeek SecureDrop SecurityScorecard SelectUSA ServiceNow SevenRooms SharePoint ShopRite ShotSpotter SiriusXM SkyBridge SkyNet \
     SkyNews SkyTrain SkyWest SlideShare SmackDown SmartThings SmartWater SmileDirect SmugMug SnapChat SoCal SoFi SoHo SocialFlow SolarCity \
     SolarWinds SoulCycle SoundCloud SoundScan SourceForge SpaceX SparkNotes SpongeBob SportsCenter SportsNet SquareSpace StackOverflow StandWithUs \
     StarCraft StarLink StatoilHydro SteelSeries StepStone StockTwits StopGunViolence StreetEasy StubHub SumUp SunEdison SunExpress SunTrust \
     SuperPAC SuperPACs SuperValu SurveyMonkey SurveyUSA SwiftKey SwimSwam TaskRabbit TeamViewer TechCrunch TechRadar TechRepublic TeenVogue \
     TelePrompTer TeleSur TestFlight TheBlaze TheGrio TheHill TheStreet TheWrap ThinkPad ThinkProgress ThyssenKrupp TicketMaster TikTok TikToker \
     TikTokers TikToks TimeOut TitleMax TomTom TopGolf TotalEnergies TransCanada TransPerfect TransUnion TripAdvisor TruGreen TrueCar TruthOut \
     TuneIn TurboTax TweetDeck TwitPic UKTV USAToday USAir UberEats UberX UltraViolet UnionPay UnitedHealth UnitedHealthCare UnitedHealthcare \
     UnityPoint UpGuard UserTesting ValueAct VanArsdale VanEck VentureBeat VeriSign VetsVoice ViacomCBS VidCon ViewSonic VimpelCom VirtualBox \
     VisitBritain VisitScotland VitalSmarts VitaminWater VoIP VoiceOver VoteVets WaMu WaPo WarnerMedia WashPost WeChat WeFunder WeTransfer WeWork \
     WebEx WebKit WebMD WeightWatchers WestJet WhatsApp WhiteHat WhoWhatWhy WiFi WikiHow WikiLeaks WikiWand WinCo WinRed WinZip WireCutter WordPad \
     WordPerfect WordPress WorldCat WorldCom WorldNetDaily WorldPay WorldPop WorldStar WorldTour WorldVision XPeng XPrize YouGov YouPorn YouTube \
     YouTuber YouTubers ZenDesk ZeroHedge ZipCar ZipRecruiter ZoomInfo airBaltic airBnB comScore daVinci deviantART eBay easyGroup easyHotel easyJet \
     easyProperty fitzGerald iCloud iHeart iHeartMedia iHeartRadio iMessage iOS iPad iPhone iPlayer iPod iRobot iShares iTunes javaScript jetBlue \
     justGiving macOS openSUSE realDonaldTrump thyssenkrupp tvOS visionOS watchOS webOS youTube",
);

/// Words that open a sentence or a byline and hardly ever end a brand.
pub(super) const OPENERS: WordSet = WordSet::new(
    "After Although And As At Because Before But By During For From He Her His How However If In It Its Many Mr Mrs On Our She Since Some That The \
     Their There These They This Those Though We What When Where Which While Who Why With You Your",
);

/// Words of the furniture of a page, as they begin or end a block.
pub(super) const PAGE_WORDS: WordSet = WordSet::new(
    "Ad Add Advertisement Advertising Author Back Breaking Business Caption Click Close Comment Comments Contact Contributor Copy Correspondent \
     Credit Day Download Editor Editorial Email Embed Entertainment Events Facebook File Follow Getty Headlines Health Home Image Images Instagram \
     Latest Like Link LinkedIn Listen Live Login Menu Minutes More National News Newsletter Newsletters Next Opinion Photo Photograph Photos \
     Pinterest Play Podcast Podcasts Politics Posted Previous Print Published Read Recommended Reddit Related Reply Reporter Reuters Save Search \
     Share Shares Sign Sponsored Sport Sports Staff Story Subscribe Tags Toggle Topic Topics Tweet Twitter Updated Video Videos View Watch Weather \
     WhatsApp World Writer",
);

/// The commonest beginnings of names after which a capital stands inside the word.
const BEGINNINGS: WordSet = WordSet::new("Al Da De Del Di Du El Fitz La Le Lo Mac Mc O St Van Von");

/// First parts of names that are written in one word: `McCain`, `DeSantis`, `VanDyke`.
pub(super) const NAME_PARTS: WordClass = WordClass::of(&[
    BEGINNINGS,
    WordSet::new("Ap Ben Bin Dal Dei Della Den Der Des Dos Ibn Ja Jo Lan Las Les Li Los Lu Mic Ni Nic San Te Ter Tre Va Vande Vanden Vander Ver"),
]);

/// The same where one run of characters is looked at by itself.
pub(super) const PREFIXES: WordClass = WordClass::of(&[BEGINNINGS, WordSet::new("Mb Ph")]);

/// Small first parts that a capital may follow in one word: `subSaharan`, `diCaprio`.
pub(super) const SMALL_PARTS: WordSet = WordSet::new(
    "al anti au auto bin co con cyber da de del den der des di dos du e el en ex fitz ibn la le les li lo los mac mc mega micro mid mini mis multi \
     nano neo neuro non o pan para post pre pro pseudo psycho que re san semi socio st sub super sur te tele ter trans tri ultra un van von web y zu",
);

/// Short small words that are no first part of a name; a capital behind one begins another piece.
pub(super) const SMALL_WORDS: WordSet = WordSet::new("an as at by he if in is it of on or so to us we");

/// Small words that no block of a page ends with: a name goes on after them.
pub(super) const GO_ON: WordSet = WordSet::new(
    "a about after an and are as at be been between but by for from had has have her his in into is its like not of on or our said says than that \
     the their to told under was were when where which who whose will with would your",
);

/// What follows the dot of a file name, a domain or a company in capitals.
pub(super) const FILE_ENDINGS: WordSet = WordSet::new(
    "AI AVI BIN COM CSS CSV DLL DOC DOCX EPUB EXE FM GIF GOV HTML IO JPEG JPG JS JSON MD MOV NET ON ORG PDF PHP PNG PPT RAR SQL TIFF TV TXT UK US \
     WAV XLS XML ZIP",
);
