//! Slips that everybody makes, and that are no words: found without a dictionary, and short ones that one cannot judge.

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::PhraseSet;
use crate::text::TokenKind;

/// Slips and what each was meant for.
const SLIPS: PhraseSet = PhraseSet::new(
    "abcense=absence|abotu=about|abscence=absence|accesible=accessible|accidently=accidentally|accomodate=accommodate|accomodation=accommodation|\
     accross=across|acheive=achieve|acheived=achieved|acording=according|acquited=acquitted|adn=and|adress=address|adressed=addressed|agian=again|\
     agression=aggression|agressive=aggressive|allready=already|allways=always|alot=a lot|amoung=among|aout=about|aparent=apparent|apparant=apparent|\
     appearence=appearance|arguement=argument|arround=around|assasin=assassin|assasination=assassination|athiest=atheist|attendence=attendance|\
     auxillary=auxiliary|avalable=available|basicly=basically|beacuse=because|beautifull=beautiful|becasue=because|becuase=because|befor=before|\
     beggining=beginning|begining=beginning|beleive=believe|belive=believe|benificial=beneficial|bizzare=bizarre|brocolli=broccoli|bron=born|\
     buisness=business|calender=calendar|camoflage=camouflage|campain=campaign|carreer=career|catagory=category|cemetary=cemetery|centruy=century|\
     certian=certain|challange=challenge|charachter=character|cheif=chief|colleage=colleague|collegue=colleague|comission=commission|comitee=committee|\
     comittee=committee|comming=coming|commited=committed|commitee=committee|committment=commitment|comparision=comparison|completly=completely|\
     concious=conscious|condidate=candidate|consistant=consistent|contraversy=controversy|controversal=controversial|convienient=convenient|\
     curiousity=curiosity|decison=decision|defendent=defendant|definately=definitely|definatly=definitely|definitly=definitely|desparate=desperate|\
     diffrent=different|dilema=dilemma|disapear=disappear|disapoint=disappoint|disapointed=disappointed|disasterous=disastrous|dissapear=disappear|\
     dissapeared=disappeared|dissapoint=disappoint|dissapointed=disappointed|doesnt=doesn’t|drunkeness=drunkenness|ecomony=economy|effeciency=efficiency|\
     eigth=eighth|embarass=embarrass|embarassed=embarrassed|embarassing=embarrassing|emmigrate=emigrate|enought=enough|enviroment=environment|\
     enviromental=environmental|equiptment=equipment|exagerate=exaggerate|excede=exceed|excellant=excellent|excercise=exercise|exhileration=exhilaration|\
     existance=existence|existant=existent|experiance=experience|expierence=experience|explaination=explanation|extreem=extreme|facinating=fascinating|\
     familar=familiar|familes=families|finacial=financial|finaly=finally|firend=friend|flourescent=fluorescent|foriegn=foreign|fourty=forty|\
     foward=forward|freind=friend|friens=friends|frined=friend|futher=further|garantee=guarantee|garentee=guarantee|gaurd=guard|generaly=generally|\
     geting=getting|govenment=government|goverment=government|govermental=governmental|goverments=governments|governement=government|governer=governor|\
     grammer=grammar|gratefull=grateful|greatful=grateful|guidence=guidance|happend=happened|happenned=happened|harrass=harass|harrassed=harassed|\
     harrassment=harassment|heigth=height|heirarchy=hierarchy|higest=highest|htat=that|hte=the|htis=this|humerous=humorous|hygene=hygiene|\
     hypocricy=hypocrisy|identicle=identical|imediate=immediate|imediately=immediately|immediatley=immediately|immediatly=immediately|\
     importent=important|incidently=incidentally|independance=independence|independant=independent|indispensible=indispensable|inocent=innocent|\
     inteligence=intelligence|intelligance=intelligence|interupt=interrupt|interupted=interrupted|intresting=interesting|irresistable=irresistible|\
     knowlegde=knowledge|knowlege=knowledge|labratory=laboratory|lenght=length|liason=liaison|libary=library|liesure=leisure|lieutenent=lieutenant|\
     lisence=licence|litrature=literature|liutenant=lieutenant|lonliness=loneliness|maintenence=maintenance|manuever=maneuver|marraige=marriage|\
     medcine=medicine|medeival=medieval|memmory=memory|millenium=millennium|millitary=military|mischievious=mischievous|misile=missile|mispell=misspell|\
     misspeled=misspelled|morgage=mortgage|naturaly=naturally|neccessary=necessary|necesary=necessary|negociate=negotiate|negotation=negotiation|\
     neice=niece|neigbor=neighbor|neigbour=neighbour|nineth=ninth|ninty=ninety|noticable=noticeable|nuculear=nuclear|ocasion=occasion|occassion=occasion|\
     occassionally=occasionally|occurance=occurrence|occured=occurred|occurence=occurrence|occuring=occurring|offical=official|oftern=often|\
     omision=omission|ommited=omitted|oponent=opponent|opose=oppose|oposition=opposition|oppurtunity=opportunity|orginal=original|outragous=outrageous|\
     paralel=parallel|paralell=parallel|parliment=parliament|particulary=particularly|passtime=pastime|peacefull=peaceful|peice=piece|\
     penninsula=peninsula|peolpe=people|peopel=people|percieve=perceive|percieved=perceived|perfomance=performance|permanant=permanent|\
     perseverence=perseverance|personel=personnel|persue=pursue|pharoah=pharaoh|phenomenom=phenomenon|poeple=people|politican=politician|\
     polititian=politician|posession=possession|posible=possible|possable=possible|possesion=possession|potatos=potatoes|practicle=practical|\
     preceeding=preceding|prefered=preferred|preperation=preparation|presance=presence|presidant=president|presidental=presidential|presidnet=president|\
     privelege=privilege|priviledge=privilege|privledge=privilege|probablly=probably|probaly=probably|problably=probably|professer=professor|\
     proffesor=professor|pronounciation=pronunciation|propoganda=propaganda|prosecuter=prosecutor|psycology=psychology|quarentine=quarantine|\
     questionaire=questionnaire|realy=really|reccomend=recommend|reciept=receipt|recieve=receive|recieved=received|recieves=receives|recieving=receiving|\
     recogize=recognize|recomend=recommend|recomended=recommended|recommened=recommend|refered=referred|refering=referring|reguarding=regarding|\
     rehersal=rehearsal|relevent=relevant|religius=religious|religous=religious|remeber=remember|remeberance=remembrance|repitition=repetition|\
     representive=representative|resistence=resistance|responsability=responsibility|responsable=responsible|restaraunt=restaurant|restuarant=restaurant|\
     resturant=restaurant|rythm=rhythm|sacrafice=sacrifice|saftey=safety|scedule=schedule|secratary=secretary|secretery=secretary|seige=siege|\
     sentance=sentence|seperate=separate|seperated=separated|seperately=separately|seperation=separation|sergent=sergeant|severly=severely|\
     shedule=schedule|shoud=should|shoudl=should|sieze=seize|signifigant=significant|similarily=similarly|similiar=similar|sincerly=sincerely|\
     sinse=since|sofware=software|soilders=soldiers|soliders=soldiers|souvenier=souvenir|speach=speech|specificaly=specifically|sponser=sponsor|\
     stategy=strategy|stregth=strength|strenght=strength|stuggle=struggle|succede=succeed|succesful=successful|succesfully=successfully|\
     successfull=successful|sucess=success|sucessful=successful|sufficent=sufficient|suffient=sufficient|superintendant=superintendent|suposed=supposed|\
     supress=suppress|suprise=surprise|suprised=surprised|surounded=surrounded|surveilance=surveillance|suspicous=suspicious|taht=that|teh=the|tehm=them|\
     tehn=then|temperary=temporary|temperture=temperature|terrorits=terrorist|theather=theater|theif=thief|themselfs=themselves|thier=their|thign=thing|\
     thnik=think|threatend=threatened|thsi=this|tihs=this|todya=today|tomatos=tomatoes|tommorow=tomorrow|tommorrow=tomorrow|tounge=tongue|\
     tradgedy=tragedy|tragady=tragedy|transfered=transferred|truely=truly|truley=truly|twelth=twelfth|tyrany=tyranny|ubiquitious=ubiquitous|\
     unanimus=unanimous|unecessary=unnecessary|unforseen=unforeseen|unfortunatly=unfortunately|unoffical=unofficial|untill=until|unusuall=unusual|\
     useing=using|usualy=usually|vaccum=vacuum|vegatable=vegetable|vehical=vehicle|vehicule=vehicle|vetinary=veterinary|villian=villain|\
     violance=violence|visable=visible|visious=vicious|volonteer=volunteer|waht=what|waitting=waiting|warrent=warrant|weaponary=weaponry|wehn=when|\
     whcih=which|whereever=wherever|wheter=whether|whihc=which|whith=with|wich=which|wierd=weird|wiht=with|wilfull=wilful|withdrawl=withdrawal|\
     witheld=withheld|withold=withhold|wokr=work|wonderfull=wonderful|woudl=would|writen=written|writting=writing|wrok=work|yeild=yield|yera=year|\
     yesturday=yesterday|yuo=you",
);

/// Longest entry of the table, in bytes.
const LONGEST: usize = 14;

/// Looks at every word. A word that stands with a capital inside a sentence may be a name.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    for (n, token) in tokens.iter().enumerate() {
        let word = token.of(text);
        if token.kind != TokenKind::Word || word.len() > LONGEST || word.len() < 3 {
            continue;
        }
        let first = word.as_bytes()[0];
        let known = |w: &str| SLIPS.value(w);
        let right = if first.is_ascii_lowercase() {
            known(word).map(str::to_owned)
        } else if first.is_ascii_uppercase()
            && word[1..].bytes().all(|b| b.is_ascii_lowercase())
            && starts_sentence(context, n)
            && !tokens.get(n + 1).is_some_and(|t| t.of(text).starts_with(char::is_uppercase))
        {
            known(&word.to_ascii_lowercase()).map(crate::text::capitalised)
        } else {
            None
        };
        // "wich-pronounced", "@teh": a part of something else.
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '@' | '/' | '_' | '.'));
        let before = text[..token.span.start()].chars().next_back();
        let Some(right) = right.filter(|_| !joined(before)) else { continue };
        let twice = tokens.get(n + 1).is_some_and(|t| !t.spaced && matches!(t.of(text), "-" | "/" | "_"));
        let marked = tokens.get(n + 1).is_some_and(|t| matches!(t.of(text), "[" | "(")) && tokens.get(n + 2).is_some_and(|t| t.of(text) == "sic");
        let quoted = before.is_some_and(crate::text::is_quote_mark) && tokens.get(n + 1).is_some_and(|t| t.kind == TokenKind::QuoteMark);
        if !twice && !marked && !quoted {
            findings.push(context.finding(Category::WordTypo, token.span, format!("“{word}” is a slip for “{right}”")).propose(right));
        }
    }
}

fn starts_sentence(context: &Context<'_>, n: usize) -> bool {
    context.view.layout().sentences.binary_search_by_key(&n, |s| s.tokens.start).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, SLIPS};
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn the_table_can_be_searched() {
        assert!(
            SLIPS
                .phrases()
                .all(|pair| pair.split_once('=').is_some_and(|(slip, right)| (3..=LONGEST).contains(&slip.len()) && SLIPS.value(slip) == Some(right)))
        );
    }

    #[test]
    fn slips() {
        fires(Category::WordTypo, "He left ⟦teh→the⟧ house and waited ⟦untill→until⟧ noon; it was ⟦wierd→weird⟧.");
        fires(Category::WordTypo, "⟦Thier→Their⟧ plan failed.");
        silent(Category::WordTypo, "Teh Mei Lin met Wich; the sign read “teh” and teh-tarik, “teh [sic] best”.");
    }
}
