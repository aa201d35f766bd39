using System.Collections.Frozen;

namespace Twiga.Application.Onboarding;

/// <summary>Words around subjects and classes that say nothing about which ones they are.</summary>
internal static class Fillers
{
    public static FrozenSet<string> All { get; } = """
        i im i'm am a an the my me we our you your it its is are be was of in on at for from with by as to that this these
        teach teaches teaching taught teacher tutor handle handling have has had do doing also too only just both plus all
        subject subjects class classes form forms standard standards std level levels grade stream streams year students
        pupils learners school schools primary secondary high sec ordinary advanced government private english-medium
        currently now please plz pls kindly hello hi hey good morning afternoon evening okay ok yes no sir madam mr mrs ms
        thanks thank name called mostly sometimes mainly some other others them they periods lessons lesson there here
        mimi ni mwalimu mwl ticha walimu nafundisha ninafundisha nafundishaga nilifundisha nitafundisha fundisha kufundisha
        anafundisha tunafundisha hufundisha nakufundisha nafundish nafudisha naitwa jina langu wangu yangu zangu changu
        cha la ya wa za vya kwa katika hapa hapo huku pia tu vilevile vile tena sasa kwenye kutoka shule shuleni msingi
        sekondari ya-msingi serikali binafsi somo masomo kipindi vipindi darasa madarasa kidato vidato drs kid kids mkondo
        wanafunzi wangu mwaka huu hili hiyo hizi yale wale ambao ambayo natumia tunatumia nina niko nipo nataka naomba
        tafadhali samahani habari mambo shikamoo salaam salamu asante karibu ndiyo ndio hapana sawa haya poa mzima safi
        yote zote vyote wote pamoja kati hadi mpaka kila zaidi ngazi elimu madam bwana dada kaka ndugu au or either hasa
        be na-fundisha mwalimu's there's that's huwa yaani basi kuna kama kwanza
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
