using System.Collections.Concurrent;

namespace Twiga.Simulator.Phones;

/// <summary>The teachers and what they and Twiga have said; bounded, kept by the journal, shown live.</summary>
internal sealed class Talks
{
    private readonly ConcurrentDictionary<string, Talk> _talks = [];
    private readonly ConcurrentDictionary<string, string> _byUserId = [];
    private readonly ConcurrentDictionary<string, string> _talkOf = [];
    private readonly SimulatorOptions _options;
    private readonly Journal _journal;
    private readonly LiveFeed _feed;

    public Talks(SimulatorOptions options, Journal journal, LiveFeed feed)
    {
        (_options, _journal, _feed) = (options, journal, feed);
        Restore();
    }

    public IReadOnlyList<TalkSummary> Summaries() =>
    [
        .. _talks.Values.Select(talk => talk.Summary())
            .OrderByDescending(talk => talk.Last?.At ?? DateTimeOffset.MinValue)
            .ThenBy(talk => talk.Teacher.Id, StringComparer.Ordinal),
    ];

    /// <summary>The teacher with this number or id; a new one where nobody has it yet.</summary>
    public Teacher Find(string address)
    {
        if (_talks.TryGetValue(address, out var known))
            return known.Teacher;
        var teacher = Teacher.From(address);
        if (_talks.TryGetValue(teacher.Id, out known))
            return known.Teacher;
        if (_byUserId.TryGetValue(teacher.UserId, out var id) && _talks.TryGetValue(id, out known))
            return known.Teacher;
        return _options.KeepTalks ? Put(teacher) : teacher;
    }

    public Teacher Put(Teacher teacher)
    {
        _talks.AddOrUpdate(teacher.Id, _ => new Talk(teacher), (_, talk) => talk.Rename(teacher));
        _byUserId[teacher.UserId] = teacher.Id;
        _journal.Write(new JournalLine(teacher));
        _feed.Tell("teacher", teacher);
        return teacher;
    }

    public IReadOnlyList<TalkMessage> Read(string teacher) =>
        _talks.TryGetValue(teacher, out var talk) ? talk.Read() : [];

    public TalkMessage? Message(string id) =>
        _talkOf.TryGetValue(id, out var teacher) && _talks.TryGetValue(teacher, out var talk) ? talk.Find(id) : null;

    public void Add(TalkMessage message)
    {
        if (!_options.KeepTalks || _talkOf.ContainsKey(message.Id) ||
            !_talks.TryGetValue(message.Teacher, out var talk))
            return;
        if (talk.Add(message, _options.KeepMessagesPerTeacher) is { } dropped)
            _talkOf.TryRemove(dropped.Id, out _);
        _talkOf[message.Id] = message.Teacher;
        Keep(message);
    }

    public void Change(string id, Func<TalkMessage, TalkMessage> change)
    {
        if (_talkOf.TryGetValue(id, out var teacher) && _talks.TryGetValue(teacher, out var talk) &&
            talk.Change(id, change) is { } changed)
            Keep(changed);
    }

    /// <summary>Forgets what one teacher and Twiga said.</summary>
    public void Clear(string teacher)
    {
        if (!_talks.TryGetValue(teacher, out var talk))
            return;
        foreach (var message in talk.Clear())
            _talkOf.TryRemove(message.Id, out _);
        _journal.Write(new JournalLine(Forgotten: teacher));
        _feed.Tell("cleared", teacher);
    }

    public void Reset()
    {
        _talks.Clear();
        _byUserId.Clear();
        _talkOf.Clear();
        _journal.Clear();
        foreach (var member in Staff.Members)
            Put(member);
        _feed.Tell("reset", true);
    }

    private void Keep(TalkMessage message)
    {
        _journal.Write(new JournalLine(Message: message));
        _feed.Tell("message", message);
    }

    private void Restore()
    {
        var lines = _journal.Read().ToList();
        _journal.Clear();
        foreach (var member in Staff.Members)
            Put(member);
        foreach (var teacher in lines.Select(line => line.Teacher).OfType<Teacher>())
            Put(teacher);
        foreach (var message in LastOfEach(lines))
            Add(message);
    }

    private static OrderedDictionary<string, TalkMessage>.ValueCollection LastOfEach(IEnumerable<JournalLine> lines)
    {
        var order = new OrderedDictionary<string, TalkMessage>();
        foreach (var line in lines)
        {
            if (line.Message is { } message)
                order[message.Id] = message;
            if (line.Forgotten is { } teacher)
                foreach (var id in order.Where(kept => kept.Value.Teacher == teacher).Select(kept => kept.Key).ToList())
                    order.Remove(id);
        }

        return order.Values;
    }
}
