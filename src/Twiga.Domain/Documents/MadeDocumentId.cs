namespace Twiga.Domain.Documents;

public readonly record struct MadeDocumentId(long Value) : IId<MadeDocumentId>
{
    public static MadeDocumentId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
