using Ascs.Operator.Keys;

namespace Ascs.Operator.Subscribers;

/// <summary>A whole file in memory as two sorted indexes, about 130 bytes a line, with every bad line.</summary>
/// <remarks>The keys of customer and number are remembered from line to line: files usually name them many times in a row.</remarks>
internal sealed class SubscriberRows(OperatorKeys keys)
{
    private readonly List<ImportFault> _faults = [];
    private readonly List<IndexRow> _identifiers = [];
    private readonly List<IndexRow> _numbers = [];
    private string? _customer;
    private SubscriberRef _subscriber;
    private PhoneNumber _number;
    private UInt128 _numberKey;

    /// <summary>Every bad line, in order of lines. Empty means the rows may be imported.</summary>
    public IReadOnlyList<ImportFault> Faults => [.. _faults.OrderBy(f => f.Line)];

    /// <summary>Identifier → subscriber and number, by key and start.</summary>
    public List<IndexRow> Identifiers => _identifiers;

    /// <summary>Number → holder, by key and start.</summary>
    public List<IndexRow> Numbers => _numbers;

    /// <summary>Lines read, without the header.</summary>
    public int Lines { get; private set; }

    /// <summary>Reads a file to its end and checks it as a whole.</summary>
    public async Task ReadAsync(TextReader reader, CancellationToken ct)
    {
        if (await reader.ReadLineAsync(ct) != CsvRow.Header)
        {
            _faults.Add(new(1, "HEADER_INVALID"));
            return;
        }

        for (var line = 2; await reader.ReadLineAsync(ct) is { } text; line++)
        {
            Lines++;
            if (CsvRow.Parse(text, out var row) is { } rule) _faults.Add(new(line, rule));
            else Add(row, line);
        }

        Sort(_identifiers);
        Sort(_numbers);
        CheckIdentifiers();
        CheckNumbers();
    }

    private static void Sort(List<IndexRow> rows) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows).Sort();

    private void Add(CsvRow row, int line)
    {
        if (row.Customer is null) _subscriber = SubscriberRef.PortedAway;
        else if (row.Customer != _customer) _subscriber = keys.Subscriber(row.Customer);
        _customer = row.Customer;
        if (row.Number != _number || _numberKey == default) (_number, _numberKey) = (row.Number, keys.Of(row.Number));
        var holding = new Holding(_subscriber, row.Number, row.From, row.To);
        if (row.Identifier is { } identifier) _identifiers.Add(new(keys.Of(identifier), holding, line));
        // The line before often says the same of the same number.
        if (_numbers.Count == 0 || _numbers[^1].Key != _numberKey || _numbers[^1].Holding != holding) _numbers.Add(new(_numberKey, holding, line));
    }

    // An identifier is of one subscriber at a time, or nobody could say whose it was.
    private void CheckIdentifiers()
    {
        for (var i = 1; i < _identifiers.Count; i++)
            if (_identifiers[i].Key == _identifiers[i - 1].Key && _identifiers[i].Holding.From < _identifiers[i - 1].Holding.To)
                _faults.Add(new(_identifiers[i].Line, "IDENTIFIER_OVERLAPS", _identifiers[i - 1].Line));
    }

    // A number has one holder at a time; several lines may say so of the same one. `reach` is the row of this key that lasts longest so far.
    private void CheckNumbers()
    {
        for (int i = 1, reach = 0; i < _numbers.Count; i++)
        {
            var (row, former) = (_numbers[i], _numbers[reach]);
            var sameKey = row.Key == former.Key;
            if (sameKey && row.Holding.From < former.Holding.To && row.Holding.Subscriber != former.Holding.Subscriber)
                _faults.Add(new(row.Line, "NUMBER_HELD_TWICE", former.Line));
            if (!sameKey || row.Holding.To > former.Holding.To) reach = i;
        }
    }
}
