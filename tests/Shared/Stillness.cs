namespace Ascs.Tests;

/// <summary>Notices that nothing happens any more: a count that has not changed for several looks.</summary>
internal sealed class Stillness(Func<long> moves)
{
    private const int Looks = 5;
    private long seen = -1;
    private int same;

    /// <summary>Looks; true once nothing has happened for several looks, then it begins anew.</summary>
    public bool Look()
    {
        var now = moves();
        same = now == seen ? same + 1 : 0;
        seen = now;
        if (same < Looks) return false;
        same = 0;
        return true;
    }
}
