namespace Twiga.Domain.Messaging;

public readonly record struct KeptFileId(long Value) : IId<KeptFileId>
{
    public static KeptFileId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
