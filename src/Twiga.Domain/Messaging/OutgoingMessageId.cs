namespace Twiga.Domain.Messaging;

public readonly record struct OutgoingMessageId(long Value) : IId<OutgoingMessageId>
{
    public static OutgoingMessageId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
