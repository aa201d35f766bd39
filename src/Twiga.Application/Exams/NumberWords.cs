using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>Numbers from 0 to 100 as papers write them: <c>eleven (11)</c>, <c>kumi na moja (11)</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] English =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] EnglishTens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one hundred"];

    private static readonly string[] Alama =
        ["sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa"];

    private static readonly string[] Maswali =
        ["sifuri", "moja", "mawili", "matatu", "manne", "matano", "sita", "saba", "manane", "tisa"];

    private static readonly string[] SwahiliTens =
        ["", "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "sitini", "sabini", "themanini", "tisini", "mia moja"];

    /// <summary>A number of questions (maswali), which in Swahili takes their class.</summary>
    public static string Questions(int number, Language language) =>
        $"{(language == Language.Swahili ? Swahili(number, Maswali) : InEnglish(number))} ({number})";

    /// <summary>A number of marks (alama); halves stand in figures only.</summary>
    public static string Marks(decimal marks, Language language) => marks % 1 != 0
        ? MarkSigns.Of(marks)
        : $"{(language == Language.Swahili ? Swahili((int)marks, Alama) : InEnglish((int)marks))} ({(int)marks})";

    private static string InEnglish(int number) => number < 20 ? English[number]
        : EnglishTens[number / 10] + (number % 10 > 0 ? $"-{English[number % 10]}" : "");

    private static string Swahili(int number, string[] units) => number < 10 ? units[number]
        : SwahiliTens[number / 10] + (number % 10 > 0 ? $" na {units[number % 10]}" : "");
}

/// <summary>Marks in figures, with ½ for a half.</summary>
internal static class MarkSigns
{
    public static string Of(decimal marks) => marks % 1 == 0 ? $"{(int)marks}"
        : marks < 1 ? "½"
        : marks % 1 == 0.5m ? $"{(int)marks}½"
        : marks.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
