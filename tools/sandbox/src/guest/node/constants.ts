export default nodeFacts.constants;
