using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;
using Twiga.Domain;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>Name, region, school and birthday. Nothing is changed before every field is right.</summary>
internal sealed class ProfileForm(Teacher teacher, DateOnly today) : Form
{
    private const string Screen = "PROFILE";
    private const int Adult = 18;
    private readonly FormTexts _texts = new(teacher.Language);

    public override IReadOnlyList<string> Screens { get; } = [Screen];

    public override FilledIn.Screen First() => Show(Filled.By(teacher), null);

    public override FilledIn.Screen? Take(string screen, JsonElement data)
    {
        var now = Filled.By(teacher);
        var filled = new Filled(
            Field(data, "name") ?? now.Name,
            Field(data, "region") ?? now.Region,
            Field(data, "school") ?? now.School,
            Field(data, "birthday") ?? now.Birthday);
        if (Fault(filled) is { } fault)
            return Show(filled, fault);

        Take(filled, now);
        return null;
    }

    private void Take(Filled filled, Filled now)
    {
        if (filled.Name != now.Name)
            teacher.Rename(filled.Name);
        if (filled.Region != now.Region)
            teacher.TeachesIn(Region.Parse(filled.Region));
        if (filled.School != now.School)
            teacher.TeachesAt(filled.School);
        if (filled.Birthday != now.Birthday)
            teacher.WasBornOn(Day(filled.Birthday), today);
    }

    /// <summary>Tried on somebody made up, so that the rules stand in one place.</summary>
    private string? Fault(Filled filled)
    {
        var trial = Teacher.Newcomer(teacher.Language, false, default);
        if (!Holds(() => trial.Rename(filled.Name)))
            return _texts.NameRefused;
        if (!Holds(() => trial.TeachesIn(Region.Parse(filled.Region))))
            return _texts.RegionRefused;
        if (!Holds(() => trial.TeachesAt(filled.School)))
            return _texts.SchoolRefused;

        var isDay = filled.Birthday.Length == 0 || Day(filled.Birthday) is not null;
        return isDay && Holds(() => trial.WasBornOn(Day(filled.Birthday), today)) ? null : _texts.BirthdayRefused;
    }

    private static bool Holds(Action rule)
    {
        try
        {
            rule();
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    // a date, or milliseconds since 1970 as older phones send it
    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms) && Math.Abs(ms) < 1L << 43
            ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(ms))
            : null;

    private FilledIn.Screen Show(Filled filled, string? fault)
    {
        var data = new JsonObject
        {
            ["heading"] = _texts.ProfileHeading,
            ["name_label"] = _texts.Name,
            ["region_label"] = _texts.Region,
            ["school_label"] = _texts.School,
            ["birthday_label"] = _texts.Birthday,
            ["birthday_hint"] = _texts.BirthdayHint,
            ["save"] = _texts.Save,
            ["latest_birthday"] = today.AddYears(-Adult).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["regions"] = new JsonArray([.. Region.All.OrderBy(r => r.Name(teacher.Language), StringComparer.Ordinal)
                .Select(r => Option(r.Key, r.Name(teacher.Language)))]),
            ["name"] = filled.Name,
            ["region"] = filled.Region,
            ["school"] = filled.School,
            ["birthday"] = filled.Birthday,
        };
        if (fault is not null)
            data["error_message"] = fault;
        return new FilledIn.Screen(Screen, data);
    }

    private sealed record Filled(string Name, string Region, string School, string Birthday)
    {
        public static Filled By(Teacher teacher) => new(
            teacher.Name ?? "",
            teacher.Region ?? "",
            teacher.School ?? "",
            teacher.Birthday?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
    }
}
