using System.Globalization;
using ArchUnitNET.Domain;

namespace Twiga.Architecture.Tests;

internal sealed class Types_and_their_names
{
    private static readonly string[] NotUsed =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Processor", "Service", "Base", "Data", "Info", "Dto"];

    [Test]
    public void A_class_is_sealed_where_no_other_is_made_from_it()
    {
        var bases = Code.Written.OfType<Class>().Select(c => c.BaseClass?.FullName).ToHashSet();

        Assert.That(
            Code.Written.OfType<Class>().Where(c => c.IsSealed is false && !bases.Contains(c.FullName)).Select(c => c.FullName),
            Is.Empty);
    }

    [Test]
    public void No_name_says_nothing([ValueSource(nameof(NotUsed))] string word) => Assert.That(
        Code.Written.Where(t => Words(t.Name).Contains(word)).Select(t => t.FullName), Is.Empty);

    // Generated methods of [LoggerMessage] carry ids; calls by hand invite contents.
    [Test]
    public void Nothing_is_logged_by_hand() => Assert.That(
        Code.Written.Where(t => t.Dependencies.Any(d => d.Target.FullName == "Microsoft.Extensions.Logging.LoggerExtensions"))
            .Select(t => t.FullName),
        Is.Empty);

    private static IEnumerable<string> Words(string name)
    {
        var word = "";
        foreach (var c in name.Split('`')[0])
        {
            if (char.IsUpper(c) && word.Length > 0 && !word.All(char.IsUpper))
            {
                yield return word;
                word = "";
            }

            word += c;
        }

        yield return word.ToString(CultureInfo.InvariantCulture);
    }
}
