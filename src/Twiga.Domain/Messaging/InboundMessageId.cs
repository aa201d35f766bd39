namespace Twiga.Domain.Messaging;

public readonly record struct InboundMessageId(long Value) : IId<InboundMessageId>
{
    public static InboundMessageId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
