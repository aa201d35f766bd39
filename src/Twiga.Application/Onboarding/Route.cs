namespace Twiga.Application.Onboarding;

/// <summary>The id of a button or a row: a name and what it is about, such as <c>class:12</c>.</summary>
public sealed record Route(string Name, IReadOnlyList<string> About)
{
    /// <summary>An id that begins so stands for the words on the button: they become a turn.</summary>
    public const string Words = "say:";

    public const string Settings = "settings";
    public const string Language = "language";
    public const string Stages = "stages";
    public const string Stage = "stage";
    public const string Subjects = "subjects";
    public const string Subject = "subject";
    public const string Class = "class";
    public const string AllClasses = "classes";
    public const string Remove = "remove";
    public const string Drop = "drop";
    public const string Done = "done";

    public static bool StandsForWords(string id) => id.StartsWith(Words, StringComparison.Ordinal);

    public static Route Parse(string id)
    {
        var parts = id.Split(':');
        return new Route(parts[0], parts[1..]);
    }

    public static string Id(string name, params object[] about) => string.Join(':', about.Prepend(name));
}
