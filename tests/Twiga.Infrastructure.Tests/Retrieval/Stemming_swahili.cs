using Twiga.Infrastructure.Retrieval.Analysis;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Stemming_swahili
{
    private static readonly BilingualDictionary Words = BilingualDictionary.Default;

    [TestCase("wakulima", "mkulima")]
    [TestCase("vitabu", "kitabu")]
    [TestCase("miti", "mti")]
    [TestCase("magonjwa", "ugonjwa")]
    [TestCase("majani", "jani")]
    [TestCase("vyakula", "chakula")]
    [TestCase("watu", "mtu")]
    [TestCase("meno", "jino")]
    [TestCase("walimu", "mwalimu")]
    [TestCase("miezi", "mwezi")]
    [TestCase("nyimbo", "wimbo")]
    [TestCase("viumbe", "kiumbe")]
    [TestCase("shuleni", "shule")]
    [TestCase("maabarani", "maabara")]
    [TestCase("anasoma", "soma")]
    [TestCase("walisoma", "kusoma")]
    [TestCase("wanaofundisha", "fundisha")]
    [TestCase("alizaliwa", "zaliwa")]
    [TestCase("hutumika", "tumika")]
    [TestCase("unatumiaje", "tumia")]
    [TestCase("iliyotengenezwa", "tengenezwa")]
    [TestCase("hawakupanda", "hapandi")]
    [TestCase("inapakwa", "pakwa")]
    [TestCase("vimeng'enya", "kimeng'enya")]
    [TestCase("mkubwa", "wakubwa")]
    [TestCase("vizuri", "mzuri")]
    [TestCase("walitawaliwa", "tawaliwa")]
    [TestCase("atachemsha", "chemsha")]
    [TestCase("tunaona", "waliona")]
    public void Brings_forms_of_one_word_together(string one, string other) =>
        Assert.That(Words.Stemmer.Stem(one), Is.EqualTo(Words.Stemmer.Stem(other)));

    [TestCase("madini", "dini")]
    [TestCase("kiwanda", "uwanda")]
    [TestCase("mbegu", "begu")]
    [TestCase("mlima", "lima")]
    [TestCase("chuma", "choma")]
    [TestCase("maziwa", "mazoezi")]
    [TestCase("kilimo", "mlima")]
    [TestCase("mtoto", "moto")]
    [TestCase("kazi", "kasi")]
    [TestCase("damu", "adamu")]
    public void Keeps_different_words_apart(string one, string other) =>
        Assert.That(Words.Stemmer.Stem(one), Is.Not.EqualTo(Words.Stemmer.Stem(other)));

    [TestCase("usanisinuru", "photosynthesis")]
    [TestCase("mnyororo wa chakula", "food chain")]
    [TestCase("minyororo ya vyakula", "food chain")]
    [TestCase("hali ya hewa", "weather")]
    [TestCase("waliozaliwa", "born")]
    [TestCase("mkondo wa umeme", "electric current")]
    [TestCase("kinachotumika", "used")]
    [TestCase("misuguano", "friction")]
    [TestCase("vipitishi", "conductors")]
    [TestCase("biashara ya utumwa", "slave trade")]
    [TestCase("kipeuo cha pili", "square root")]
    public void Finds_the_english_of_any_form(string swahili, string english) =>
        Assert.That(Words.English(Words.Key(Searchable.Words(swahili))), Does.Contain(english));

    [TestCase("oksijeni", "oxygen")]
    [TestCase("kemikali", "chemicals")]
    [TestCase("jiografia", "geography")]
    [TestCase("glukosi", "glucose")]
    [TestCase("kompyuta", "computer")]
    [TestCase("kabonidioksaidi", "carbondioxide")]
    [TestCase("themometa", "thermometer")]
    [TestCase("teknolojia", "technology")]
    [TestCase("kilomita", "kilometre")]
    [TestCase("protini", "protein")]
    [TestCase("demokrasia", "democracy")]
    public void Hears_the_loanword_in_its_english_source(string swahili, string english) =>
        Assert.That(Skeleton.Of(swahili), Is.Not.Null.And.EqualTo(Skeleton.Of(english)));

    [TestCase("Yorùbá na Mbappé", "yoruba na mbappe")]
    [TestCase("$\\mathrm{H_2SO_4}$", "h2so4")]
    [TestCase("ng’ombe", "ng'ombe")]
    [TestCase("$v = u + at$", "v = u + at")]
    public void Reads_text_as_it_is_asked_for(string text, string plain) =>
        Assert.That(string.Join(' ', Searchable.Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(plain));

    [TestCase("kani force")]
    [TestCase("= force")]
    public void Names_the_line_of_a_broken_entry(string line)
    {
        var fault = Assert.Throws<InvalidDataException>(
            () => BilingualDictionary.Read(WordFiles.Lines(new StringReader($"# words\nkazi = work\n{line}")), "words.txt"));
        Assert.That(fault.Message, Does.StartWith("words.txt, line 3:"));
    }
}
