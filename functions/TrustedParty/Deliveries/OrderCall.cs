using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>Groups that travel together.</summary>
internal sealed class OrderCall
{
    /// <summary>Most orders, and most contexts, in a call.</summary>
    public const int MostOrders = 500;

    /// <summary>Most bytes of a call, with room to the endpoint's limit.</summary>
    public static readonly int MostBytes = EndpointLimits.Batch.MaxBodyBytes * 9 / 10;

    private readonly List<PendingGroup> groups = [];
    private int orders;
    private int bytes;

    /// <summary>The groups in it.</summary>
    public IReadOnlyList<PendingGroup> Groups => groups;

    /// <summary>Nothing more fits.</summary>
    public bool IsFull => orders == MostOrders;

    /// <summary>Adds a group when it fits.</summary>
    public bool TryAdd(PendingGroup group)
    {
        if (groups.Count > 0 && (orders + group.Group.Orders.Count > MostOrders || bytes + group.Group.Bytes > MostBytes)) return false;
        groups.Add(group);
        orders += group.Group.Orders.Count;
        bytes += group.Group.Bytes;
        return true;
    }

    /// <summary>The request.</summary>
    public SubmitDeliveriesRequest ToRequest() => new(
        1, [.. groups.Select(g => g.Group.Context)], [.. groups.SelectMany((g, i) => g.Group.Orders.Select(o => o with { Context = i }))]);

    /// <summary>The same orders have the same key, after a restart too: the operator then knows the call. It also knows each order by its id.</summary>
    public string Key()
    {
        var ids = string.Join('\n', groups.SelectMany(g => g.Group.Orders).Select(o => o.OrderId.ToString()));
        return Base64Url.EncodeToString(Sm3.Hash(Encoding.ASCII.GetBytes(ids)));
    }
}
