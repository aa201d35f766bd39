using System.Collections.Frozen;

namespace Twiga.Application.Onboarding;

/// <summary>Tells a question, which is kept and answered later, from a greeting, which is not.</summary>
internal static class FirstWords
{
    private static readonly FrozenSet<string> Greetings = """
        hujambo hamjambo jambo vipi niaje mambo za zako asubuhi mchana jioni usiku leo salama salaams asalaam aleykum
        alaikum aleikum as assalamu mwema njema nzuri heri uhali uko how there everyone test testing twiga join ningependa
        kujiunga jiunge nisajili kusajili register registration anza start help msaada ready tayari hallo helo ola morning
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool AreAQuestion(string? words) =>
        words is not null && Acts.Of(words) is null && ClassMarks.Tokens(words).Any(IsContent);

    private static bool IsContent(string token) =>
        token.Length > 1 && char.IsLetter(token[0]) && !Fillers.All.Contains(token) && !Greetings.Contains(token);
}
