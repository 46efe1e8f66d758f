namespace Ascs.Storage.Sqlite;

/// <summary>Where a store lies and what it holds.</summary>
/// <param name="Path">The file. Beside it appear <c>-wal</c> and <c>-shm</c>, which belong to it, and <c>.lock</c>, which is empty. Its folder is made if missing.</param>
/// <param name="Containers">What it holds; containers may be added later, their rights never change.</param>
public sealed record SqliteStoreOptions(string Path, IReadOnlyList<Container> Containers)
{
    /// <summary>The clock expiry is judged by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many reads run at the same time; each has a connection with a cache of up to 8 MB. More wait.</summary>
    public int Readers { get; init; } = 4;
}
