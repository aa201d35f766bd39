using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Twiga.Application.Conversations;

/// <summary>
/// What a word says about the language of its sentence: grammar words and verb forms decide, vocabulary only where
/// there is no grammar, because teachers put English terms into Swahili sentences.
/// </summary>
internal static partial class LanguageWords
{
    private const string Tensed =
        "^(?:ni|u|a|tu|m|wa|i|li|ya|ki|vi|zi|ku|mu)(?:na|li|ta|me|ka|nge|ngali|ki|napo|lipo|taka)" +
        "(?:ni|ku|m|tu|wa|i|li|ya|ki|vi|zi|ji)?[a-z']*[a-z']{3}[aeiu]$";

    private const string Negated = "^(?:ha|si|hu|hatu|ham|hawa|hai|hazi)(?:ta|ku|ja)?[a-z']{3,}[aiu]$";

    private const string Infinitive = "^ku[a-z']{3,}[aiu]$";

    private const string Subjunctive = "^(?:u|m|ni|wa|tu)?(?:ni|tu|ku|wa)[a-z']{2,}e$";

    private const int Longest = 40;

    private static readonly FrozenSet<string> SwahiliGrammar = Set(
        """
        na ni ya wa za la cha vya kwa katika kwenye kuhusu juu kama lakini au ama pia tu sana bado tena kisha halafu
        baada kabla mpaka hadi tangu bila pamoja zaidi hasa yaani ila ili kwamba kuwa ambayo ambao ambazo ambacho
        ambavyo ambaye ambapo nini nani gani wapi lini vipi ngapi mbona je jinsi namna kwanini hii huu hiyo hizi
        hizo haya hayo hili hilo huyu huyo hawa hao hiki hicho hivi hivyo huo hapa hapo pale yule wale ile yao yake
        yangu yako yetu yenu wangu wako wake wetu wenu wao langu lako lake letu lenu lao zangu zako zake zetu zenu
        zao changu chako chake chetu vyangu vyako vyake vyetu mimi wewe yeye sisi ninyi nyie kila wote yote zote
        vyote chochote yoyote wowote baadhi ndiyo ndio hapana siyo sio ndani nje chini mbele nyuma katikati kati
        pasipo iwapo ikiwa endapo kwaajili ajili sababu maana kwani naomba tafadhali nipe nipatie nisaidie nieleze
        nifundishe niambie niandalie nitengenezee niandikie tuandalie tupe nitumie niulize andaa eleza fafanua taja
        orodhesha linganisha tofautisha kokotoa chora andika tunga tengeneza sahihisha onyesha onesha toa fanya
        tafsiri soma jibu rekebisha badilisha punguza ongeza rudia endelea fupisha ongea asante ahsante asanteni
        shukrani shukran mambo habari hujambo hamjambo sijambo shikamoo marahaba salama karibu samahani pole sawa
        vizuri nzuri poa habarini jambo nina una ana tuna mna wana sina huna hana hatuna kuna hakuna iko yapo zipo
        wapo lipo kipo vipo ipo upo nipo tupo niko uko yuko leo kesho jana sasa baadaye asubuhi mchana jioni usiku
        hbr cjui cjaelewa tfdhl nmb asnt nko sjui sijui sijaelewa naitwa nataka nahitaji ningependa napenda
        nimeshindwa nimesahau nimeelewa naweza unaweza inaweza tunaweza wanaweza lazima inabidi natafuta vile kiasi
        mwenye wenye yenye zenye lenye chenye vyenye penye kwangu kwako kwake kwetu bora kidogo kingine nyingine
        mwingine wengine mengine lingine zingine moja mbili tatu nne tano sita saba nane tisa kumi ishirini kwanza
        pili haraka
        """);

    private static readonly FrozenSet<string> SwahiliVocabulary = Set(
        """
        mwalimu walimu mwanafunzi wanafunzi somo masomo kitabu vitabu darasa madarasa kidato shule swali maswali
        jibu majibu mtihani mitihani zoezi mazoezi mfano mifano tofauti sehemu hisabati sayansi jiografia historia
        uraia kiswahili kiingereza biolojia kemia fizikia kilimo biashara maarifa stadi michezo sanaa lugha fasihi
        sarufi insha andalio azimio mpango kazi mada kipindi vipindi muda dakika saa alama ukurasa kurasa sura
        vyanzo majedwali usanisinuru seli kiini umbijani upumuaji mmeng'enyo lishe uzazi urithi mageuko damu moyo
        pafu mzizi mizizi jani majani maua mbegu wanyama mimea mmea ugonjwa magonjwa kinga maada mchanganyiko
        myeyusho chumvi mwako mvukizo kani nishati kasi uzito kanieneo mvutano mwendo msuguano joto jotoridi mwanga
        akisi wimbi mawimbi umeme mkondo sumaku ujazo kuzidisha kugawanya kujumlisha kutoa asilimia uwiano mlinganyo
        milinganyo pembe pembetatu mraba duara nusukipenyo kipenyo mzingo eneo wastani uwezekano takwimu namba
        witiri shufwa ramani tabianchi hali hewa mvua ukame mafuriko udongo mmomonyoko tetemeko ardhi mwamba miamba
        madini idadi watu uhamaji mifugo msitu misitu mazingira uchafuzi ukoloni utumwa uhuru zama katiba serikali
        bunge haki uchaguzi maadili uzalendo rushwa mtaji faida hasara mahitaji ugavi riba kodi ujasiriamali nomino
        kitenzi kivumishi methali kitendawili nahau shairi mashairi ushairi tamthilia riwaya msamiati ngeli
        viambishi ufahamu ufupisho maji bahari mto mito ziwa milima mlima jua mwezi nyota dunia bara afrika taifa
        jamii familia mtoto watoto mzazi wazazi mwili chakula vyakula maziwa utamaduni ujamaa kujitegemea mipangilio
        msaada taarifa zangu mpya anza acha futa sw hesabu elimu ujuzi umahiri shughuli zana rejea vigezo maoni
        utangulizi hitimisho vifaa jaribio majaribio kipimo matokeo kwaheri karibuni rafiki ndugu mheshimiwa bwana
        bibi mama baba dada kaka mzee hongera mkuu muhula mwaka
        """);

    private static readonly FrozenSet<string> EnglishGrammar = Set(
        """
        the of is are was were be been being am an and or but if because so than then that this these those there
        here what which who whom whose when where why how can could may might shall should will would must do does
        did done have has had i you he she it we they my your his her its our their me him us them mine yours in on
        at by for from with without about into onto over under between among during before after above below through
        against to not no yes please explain describe define discuss compare contrast list state mention give show
        tell make write create generate prepare solve calculate find outline identify suggest provide draw mark
        translate correct help need want like any some all each every both either neither many much more most few
        less other another such same very too also just only even still again once always never often now today
        tomorrow yesterday as up down out off while i'm i've i'd it's that's don't can't what's let's doesn't isn't
        aren't didn't won't you're we're they're language hello hi hey thanks thank good morning afternoon evening
        night sorry okay welcome sure great
        """);

    private static readonly FrozenSet<string> EitherLanguage = Set(
        """
        form std class geo bios bio chem phy hist civ math maths eng kisw exam exams test quiz mock notes topic
        lesson ok a e o u au plz pls mwl tz necta tie pdf whatsapp twiga physics chemistry biology geography history
        civics english mathematics hrs hr min mins dk drs kg cm km m s f k p x y z n b c d t r v w l q g h j hiv
        aids dna rna atp me radio data photo video audio email internet simu basi kompyuta
        """);

    public static (int Grammar, int Vocabulary) Swahili(string word) =>
        SwahiliGrammar.Contains(word) ? (1, 1)
        : EitherLanguage.Contains(word) || EnglishGrammar.Contains(word) ? (0, 0)
        : SwahiliVocabulary.Contains(word) ? (0, 2)
        : word.Length is >= 5 and <= Longest && Sounds().IsMatch(word)
            ? Verb().IsMatch(word) ? (1, 1) : Noun().IsMatch(word) ? (0, 1) : (0, 0)
        : (0, 0);

    public static (int Grammar, int Vocabulary) English(string word) =>
        EnglishGrammar.Contains(word) ? (1, 1)
        : EitherLanguage.Contains(word) || SwahiliGrammar.Contains(word) || SwahiliVocabulary.Contains(word) ? (0, 0)
        : word.Length is >= 3 and <= Longest && !Sounds().IsMatch(word) ? (0, 1)
        : (0, 0);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    // A Swahili word is a chain of open syllables; few English words of five letters or more are.
    [GeneratedRegex(
        "^(?:(?:m(?=[bpvwtkfsjchdlngz])|n(?=[dgjzyt]))?" +
        "(?:ng'?w?|ny|ch|sh|dh|gh|kh|th|[bpdtkgjfvszhlrmnwy])?[wy]?[aeiou])+$")]
    private static partial Regex Sounds();

    [GeneratedRegex(Tensed + "|" + Negated + "|" + Infinitive + "|" + Subjunctive)]
    private static partial Regex Verb();

    [GeneratedRegex("^(?:ma|wa|vi|ki|mi|m|u|ch|vy|mw|ny)[a-z']+$")]
    private static partial Regex Noun();
}
