// Order Summary and an order, as Komet's Order Entry shows them around the tag that takes the payment.
export async function showOrders() {}
export async function showOrder() {}
