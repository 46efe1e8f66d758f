namespace Ascs.Operator.Subscribers;

/// <summary>A row on its way into an index; 64 bytes, so that millions are sorted in memory.</summary>
/// <param name="Key">Keyed name of the identifier or number.</param>
/// <param name="Holding">What the index says of it.</param>
/// <param name="Line">Where it stands in the file.</param>
internal readonly record struct IndexRow(UInt128 Key, Holding Holding, int Line) : IComparable<IndexRow>
{
    public int CompareTo(IndexRow other)
    {
        var byKey = Key.CompareTo(other.Key);
        if (byKey != 0) return byKey;
        var byStart = Holding.From.CompareTo(other.Holding.From);
        return byStart != 0 ? byStart : Line.CompareTo(other.Line);
    }
}
