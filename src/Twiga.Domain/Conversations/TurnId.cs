namespace Twiga.Domain.Conversations;

public readonly record struct TurnId(long Value) : IId<TurnId>
{
    public static TurnId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
