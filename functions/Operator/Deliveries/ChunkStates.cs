using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>How far a chunk's orders are: a letter each, so that 500 receipts are one small write.</summary>
/// <param name="States">Letters of <see cref="OrderState"/>, in order.</param>
/// <param name="SubmittedAt">When the gateway took those of state s; the last time, if several.</param>
internal sealed record ChunkStates(string States, UnixTime SubmittedAt)
{
    public static readonly DocumentSchema<ChunkStates> Schema = new("chunk states", 1, OperatorJson.Default.ChunkStates);
}
