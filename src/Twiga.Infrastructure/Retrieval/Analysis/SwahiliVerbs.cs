namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>Takes a Swahili verb form apart: subject, tense, relative, object, root, ending.</summary>
internal static class SwahiliVerbs
{
    private static readonly string[] Subjects =
        ["ni", "u", "a", "tu", "m", "mw", "wa", "w", "i", "ya", "y", "li", "l", "ki", "vi", "zi", "ku", "pa", "mu"];

    private static readonly string[] Negatives =
    [
        "si", "hatu", "ham", "hawa", "hai", "haya", "hali", "haki", "havi", "hazi", "haku", "hapa", "hamu", "hu", "ha",
    ];

    private static readonly string[] Tenses =
        ["mesha", "ngali", "nge", "na", "li", "ta", "me", "ki", "ka", "ja", "po", "si"];

    private static readonly string[] Relatives = ["cho", "vyo", "ye", "yo", "lo", "zo", "po", "ko", "mo", "o"];

    private static readonly string[] Objects =
        ["ni", "ku", "mw", "m", "mu", "tu", "wa", "ki", "vi", "zi", "li", "ya", "i", "u", "ji"];

    private static readonly (string Ending, string Root)[] Passives =
        [("liwa", "a"), ("lewa", "a"), ("iwa", "a"), ("ewa", "a"), ("iwa", "i"), ("iwa", "ia"), ("ewa", "ea"), ("wa", "a")];

    /// <summary>
    /// What may be left of a verb in front of its ending, longest first, each with whether a tense was seen,
    /// which makes it a verb for certain.
    /// </summary>
    public static IEnumerable<(string Left, bool Tensed)> Rests(string word)
    {
        foreach (var (form, asked) in WithoutSuffix(word))
        {
            yield return (form, false);
            foreach (var rest in After(form, "kuto").Concat(After(form, "ku")).Concat(After(form, "kw")).Concat(After(form, "hu")))
            {
                yield return (rest, false);
                foreach (var bare in WithoutAny(rest, Objects))
                    yield return (bare, false);
            }

            foreach (var subject in WithoutAny(form, Subjects).Concat(WithoutAny(form, Negatives)))
            {
                yield return (subject, false);
                foreach (var thing in WithoutAny(subject, Objects))
                    yield return (thing, false);
                foreach (var rest in Tensed(subject))
                    yield return (rest, !asked || rest.Length > 4);
            }
        }
    }

    /// <summary>The roots a rest may be a form of: as it stands, with a for its last vowel, without the passive.</summary>
    public static IEnumerable<string> Roots(string rest)
    {
        yield return rest;
        if (rest[^1] is 'e' or 'i')
            yield return rest[..^1] + "a";
        foreach (var (ending, root) in Passives)
        {
            if (rest.Length > ending.Length + 1 && rest.EndsWith(ending, StringComparison.Ordinal))
                yield return rest[..^ending.Length] + root;
        }
    }

    private static IEnumerable<string> Tensed(string form)
    {
        foreach (var rest in WithoutAny(form, Tenses).Concat(After(form, "taka")).Concat(After(form, "ku")))
        {
            yield return rest;
            foreach (var thing in WithoutAny(rest, Objects))
                yield return thing;
            foreach (var relative in WithoutAny(rest, Relatives))
            {
                yield return relative;
                foreach (var thing in WithoutAny(relative, Objects))
                    yield return thing;
            }
        }
    }

    private static IEnumerable<(string Form, bool Asked)> WithoutSuffix(string word)
    {
        yield return (word, false);
        foreach (var suffix in (string[])["je", "ni", "cho", "vyo", "ye", "yo", "lo", "zo", "po", "ko", "mo"])
        {
            if (word.Length > suffix.Length + 3 && word.EndsWith(suffix, StringComparison.Ordinal))
                yield return (word[..^suffix.Length], true);
        }
    }

    private static IEnumerable<string> WithoutAny(string form, string[] prefixes) =>
        prefixes.SelectMany(p => After(form, p));

    private static IEnumerable<string> After(string form, string prefix) =>
        form.Length >= prefix.Length + 2 && form.StartsWith(prefix, StringComparison.Ordinal) ? [form[prefix.Length..]] : [];
}
