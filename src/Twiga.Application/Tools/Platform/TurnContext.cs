using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>The turn that a tool call belongs to: who asks, about which classes, and what leaves with the reply.</summary>
internal sealed class TurnContext
{
    private readonly List<OutgoingContent> _attachments = [];
    private readonly List<IQueued> _followUps = [];
    private readonly List<string> _remarks = [];
    private readonly List<string> _kept = [];
    private readonly List<ReplyButton> _offers = [];
    private TurnMemory? _memory;

    public TeacherId Teacher => Memory.Teacher;

    public Language Language => Memory.Language;

    public IReadOnlyList<SchoolClass> Classes => Memory.Classes;

    internal IReadOnlyList<OutgoingContent> Attachments => _attachments;

    internal IReadOnlyList<IQueued> FollowUps => _followUps;

    internal IReadOnlyList<string> Remarks => _remarks;

    internal IReadOnlyList<string> Kept => _kept;

    internal IReadOnlyList<ReplyButton> Offers => _offers;

    private TurnMemory Memory =>
        _memory ?? throw new InvalidOperationException("This request is sent outside a teacher's turn.");

    /// <summary>Her class of that name, or a refusal that names the classes she has.</summary>
    public SchoolClass Named(ClassName name) =>
        Classes.FirstOrDefault(c => Same(c.English, name) || Same(c.Swahili, name))
        ?? throw new DomainException(
            $"class must be one of the teacher's own: {string.Join(", ", Classes.Select(c => c.English))}.");

    /// <summary>Gives passages their numbers in this turn; the answer may cite these and no others.</summary>
    public IReadOnlyList<NumberedPassage> Number(IEnumerable<FoundPassage> passages) => Memory.Number(passages);

    /// <summary>What leaves with the reply, after its words.</summary>
    public void Attach(OutgoingContent content)
    {
        content.Check();
        _attachments.Add(content);
    }

    /// <summary>Work that starts when the reply is saved, and not if it is not.</summary>
    public void FollowUp(IQueued command) => _followUps.Add(command);

    /// <summary>What stands below the answer, whatever the model says.</summary>
    public void Remark(string text) => _remarks.Add(text);

    /// <summary>A next step as a button below the answer; its title becomes her next words.</summary>
    public void Offer(string name, string title) => _offers.Add(new ReplyButton($"say:{name}", title));

    /// <summary>What the model will know in later turns though the teacher was not told, such as answers kept back.</summary>
    public void Keep(string text) => _kept.Add(text);

    internal void Enter(TurnMemory memory) => _memory = memory;

    private static bool Same(string name, ClassName said) =>
        string.Equals(name, said.Value.Trim(), StringComparison.OrdinalIgnoreCase);
}
