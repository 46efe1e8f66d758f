using Ascs.Contracts;
using Ascs.Operator.Blocks;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Pages;
using Ascs.Operator.Recognising;
using Ascs.Trust.Hosting;

namespace Ascs.Operator;

/// <summary>What answers what at an operator.</summary>
public static class OperatorTable
{
    /// <summary>All endpoints and pages of an operator, but those that every party has.</summary>
    public static EndpointTable Create() => new EndpointTable()
        .Bind<RecogniseRequest, RecogniseAnswer, Recognise>(OperatorCatalogue.Recognise)
        .Bind<SubmitDeliveriesRequest, SubmitDeliveriesAnswer, SubmitDeliveries>(OperatorCatalogue.SubmitDeliveries)
        .Bind<ApplyBlocksRequest, ApplyBlocksAnswer, ApplyBlocks>(OperatorCatalogue.ApplyBlocks)
        .Bind(OperatorCatalogue.Home, HomePage.RenderAsync);
}
