using System.Collections;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tests.Common;

[TestFixture]
internal sealed partial class Fixed_texts
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] All =
        [.. typeof(FixedTexts).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FixedTexts)))];

    [Test]
    public void Are_there_at_all() => Assert.That(All, Does.Contain(typeof(ConversationTexts)));

    [TestCaseSource(nameof(All))]
    public void Stand_in_both_languages_and_are_all_used(Type texts)
    {
        var keys = texts.GetMembers(Own).Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(m => m.Name).Distinct().Order().ToList();

        Assert.That(Entries(texts, Language.English).Keys.Order(), Is.EqualTo(keys));
        Assert.That(Entries(texts, Language.Swahili).Keys.Order(), Is.EqualTo(keys));
    }

    [TestCaseSource(nameof(All))]
    public void Have_the_same_placeholders_in_both_languages(Type texts)
    {
        var swahili = Entries(texts, Language.Swahili);
        foreach (var (key, english) in Entries(texts, Language.English))
        {
            Assert.That(Placeholders(swahili[key]), Is.EqualTo(Placeholders(english)), key);
            Assert.That(swahili[key], Is.Not.Empty.And.Not.EqualTo(english), key);
        }
    }

    [Test]
    public void Are_filled_in()
    {
        Assert.That(new ConversationTexts(Language.English).Pages(3, 4), Is.EqualTo("pages 3–4"));
        Assert.That(new ConversationTexts(Language.Swahili).Page(3), Is.EqualTo("ukurasa wa 3"));
    }

    private static Dictionary<string, string> Entries(Type texts, Language language)
    {
        var name = $"Twiga.Application.Common.Texts.{texts.Name}.{language}.resources";
        using var stream = texts.Assembly.GetManifestResourceStream(name);
        Assert.That(stream, Is.Not.Null, name);
        using var reader = new ResourceReader(stream!);
        return reader.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
