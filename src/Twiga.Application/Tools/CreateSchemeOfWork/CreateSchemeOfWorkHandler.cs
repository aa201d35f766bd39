using System.Text.RegularExpressions;
using MediatR;
using Twiga.Application.Curriculum;
using Twiga.Application.Lessons;
using Twiga.Domain;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Tools;

internal sealed partial class CreateSchemeOfWorkHandler(
    IMediator mediator, IPreparations preparations, SchemeBriefs briefs, TurnContext turn)
    : IRequestHandler<CreateSchemeOfWork, string>
{
    private const int LongestReason = 60;

    public async Task<string> Handle(CreateSchemeOfWork request, CancellationToken cancellationToken)
    {
        var schoolClass = turn.Named(request.Class);
        var term = Number(request.Term) ?? throw new ToolRefusedException("term must be 1 or 2: ask her which.");
        if (request.Weeks is { } weeks && Enumerable.Range(1, weeks).All(w => request.LeftOut?.Any(l => l.Week == w) == true))
            throw new ToolRefusedException("no week is left for lessons: ask her which weeks she teaches.");
        if (await preparations.IsBeingMadeAsync(
            turn.Teacher, schoolClass.Id, nameof(MakeSchemeOfWork), $"{term}", cancellationToken))
        {
            return $"The scheme of work for {schoolClass.English} is being made for her already and is on its way. Nothing new was "
                + "started. Say just that, in one sentence.";
        }

        var outline = await mediator.Send(new ReadOutline(schoolClass.Id), cancellationToken);
        if (outline.Count == 0)
        {
            return $"There is no book of {schoolClass.English} with chapters to take the order of topics from, so no scheme of work is "
                + "being made. Say so. Do not write one yourself.";
        }

        var topics = (request.Topics ?? []).Select(OneLine.Of).Where(t => t.Length > 0).Distinct().ToList();
        var unknown = await briefs.UnknownAsync(schoolClass.Id, topics, outline, cancellationToken);
        if (topics.Count > 0 && unknown.Count == topics.Count)
        {
            return $"The book of {schoolClass.English} does not treat {string.Join(" or ", unknown)}, so no scheme is being made. Say "
                + "so and ask for other topics, or whether the book's own order will do.";
        }

        Start(request, schoolClass, term, [.. topics.Except(unknown)]);
        var left = unknown.Count == 0 ? "" : $" The book does not treat {string.Join(", ", unknown)}: say that it is left out.";
        return $"The scheme of work for {schoolClass.English}, term {term}, is being made now. It arrives here by itself in about two "
            + $"minutes.{left} Tell her that in one sentence and write no scheme yourself.";
    }

    private void Start(CreateSchemeOfWork request, SchoolClass schoolClass, int term, IReadOnlyList<string> topics) =>
        turn.FollowUp(new MakeSchemeOfWork(turn.Teacher, schoolClass.Id, Guid.CreateVersion7(), turn.Language)
        {
            Term = term,
            About = $"{term}",
            Weeks = request.Weeks,
            PeriodsPerWeek = request.PeriodsPerWeek,
            Topics = topics,
            LeftOut = [.. (request.LeftOut ?? []).Select(w => new WeekLeftOut(w.Week, Short(OneLine.Of(w.Reason))))],
            Language = request.Language ?? schoolClass.Medium,
        });

    private static string Short(string reason) => reason.Length == 0 ? "–" : reason.Beginning(LongestReason);

    private static int? Number(string term) => Second().IsMatch(term) ? 2 : First().IsMatch(term) ? 1 : null;

    [GeneratedRegex(@"\b(2|2nd|ii|second|two|pili|mbili)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Second();

    [GeneratedRegex(@"\b(1|1st|i|first|one|kwanza|moja)\b", RegexOptions.IgnoreCase)]
    private static partial Regex First();
}
