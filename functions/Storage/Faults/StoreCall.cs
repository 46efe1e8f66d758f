namespace Ascs.Storage;

/// <summary>One call of the port, as a plan of faults sees it.</summary>
/// <param name="Number">Counts the calls of this store from 1.</param>
/// <param name="WriteNumber">Counts its commits and writes of many from 1; 0 for a read.</param>
/// <param name="Operation">Which member.</param>
/// <param name="Container">Where.</param>
/// <param name="Keys">The documents named; empty for a range.</param>
public sealed record StoreCall(long Number, long WriteNumber, StoreOperation Operation, Container Container, IReadOnlyList<DocumentKey> Keys);
