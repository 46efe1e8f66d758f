namespace Ascs.Storage;

/// <summary>Bounds for <see cref="IDocumentStore.RangeAsync"/>. <c>~</c> sorts after every character an id may have.</summary>
public static class IdRange
{
    /// <summary>Inclusive lower bound before every id.</summary>
    public const string First = "";

    /// <summary>Exclusive upper bound after every id.</summary>
    public const string End = "~";

    /// <summary>Exclusive upper bound after every id that begins with <paramref name="prefix"/>; the lower bound is the prefix itself.</summary>
    public static string EndOf(string prefix) => prefix + End;

    /// <summary>The smallest lower bound after <paramref name="id"/>: <c>-</c> is the lowest character an id may have.</summary>
    public static string After(string id) => id + "-";
}
