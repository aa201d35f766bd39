using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>Starts the making of a scheme of work for a term; it arrives by itself.</summary>
[Description(
    "Make a scheme of work (azimio la kazi) for a term in the official columns, as a document, in the order of the textbook. It "
    + "takes a minute or two and arrives by itself. No search is needed before.")]
[Progress("I am preparing the scheme of work; it will arrive here by itself.", "Naandaa azimio la kazi; litafika hapa lenyewe.")]
public sealed record CreateSchemeOfWork : ITool<string>, IForClass
{
    [Description("The class it is for.")]
    public required ClassName Class { get; init; }

    [Description("The term: 1 or 2."), MaxLength(30)]
    public required string Term { get; init; }

    [Description("How many weeks, tests among them; the calendar decides where left out."), Range(1, 25)]
    public int? Weeks { get; init; }

    [Description("Periods a week, if she says so."), Range(1, 12)]
    public int? PeriodsPerWeek { get; init; }

    [Description("Topics in order, if not the book's order."), MaxLength(20)]
    public IReadOnlyList<string>? Topics { get; init; }

    [Description("Weeks without lessons that she names: tests, holidays."), MaxLength(10)]
    public IReadOnlyList<LeftOutWeek>? LeftOut { get; init; }

    [Description("Where it is not the language of the class.")]
    public Language? Language { get; init; }
}

/// <summary>A week of the term without lessons.</summary>
public sealed record LeftOutWeek
{
    [Description("Its number, from 1.")]
    public required int Week { get; init; }

    [Description("Mid-term test, Likizo.")]
    public required string Reason { get; init; }
}
