namespace Twiga.Domain;

/// <summary>A typed identity column: a positive 64-bit number given by the database, 0 before it is saved.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    long Value { get; }

    static abstract TSelf From(long value);
}
