namespace Twiga.Simulator.Phones;

/// <summary>One teacher's bubbles, newest last.</summary>
internal sealed class Talk(Teacher teacher)
{
    private readonly Lock _lock = new();
    private readonly List<TalkMessage> _messages = [];

    public Teacher Teacher { get; private set; } = teacher;

    public Talk Rename(Teacher teacher)
    {
        Teacher = teacher;
        return this;
    }

    public TalkSummary Summary()
    {
        lock (_lock)
            return new TalkSummary(Teacher, _messages.LastOrDefault(), _messages.Count(IsUnread));
    }

    public IReadOnlyList<TalkMessage> Read()
    {
        lock (_lock)
            return [.. _messages];
    }

    public TalkMessage? Find(string id)
    {
        lock (_lock)
            return _messages.FindLast(message => message.Id == id);
    }

    /// <summary>Returns the message that had to go for it, if any.</summary>
    public TalkMessage? Add(TalkMessage message, int limit)
    {
        lock (_lock)
        {
            _messages.Add(message);
            if (_messages.Count <= limit)
                return null;
            var dropped = _messages[0];
            _messages.RemoveAt(0);
            return dropped;
        }
    }

    public TalkMessage? Change(string id, Func<TalkMessage, TalkMessage> change)
    {
        lock (_lock)
        {
            var index = _messages.FindLastIndex(message => message.Id == id);
            return index < 0 ? null : _messages[index] = change(_messages[index]);
        }
    }

    private static bool IsUnread(TalkMessage message) => !message.ByTeacher && message.State != "read";

    public IReadOnlyList<TalkMessage> Clear()
    {
        lock (_lock)
        {
            var gone = _messages.ToList();
            _messages.Clear();
            return gone;
        }
    }
}
