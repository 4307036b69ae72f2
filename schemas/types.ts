// Generated from the endpoint files by `npm run schemas`. Do not edit.

export interface CreateAnnouncementRequest {
  /**
   * 请求对象
   */
  create_request: {
    /**
     * 操作人的userId，必须是公告管理员
     */
    operation_userid: string;
    /**
     * 公告作者
     */
    author?: string;
    /**
     * 保密等级
     */
    private_level?: 0 | 20;
    /**
     * 是否发送应用内钉提醒
     */
    ding?: boolean;
    /**
     * 公告接收人
     */
    blackboard_receiver: {
      /**
       * 接收部门ID列表，最大长度20。-1 stands for the root department, which is everybody
       *
       * @maxItems 20
       */
      deptid_list?: number[];
      /**
       * 接收人userId列表，最大长度1000
       *
       * @maxItems 1000
       */
      userid_list?: string[];
    };
    /**
     * 公告标题
     */
    title: string;
    /**
     * 公告是否置顶
     */
    push_top?: boolean;
    /**
     * 公告内容
     */
    content: string;
    /**
     * 公告分类ID, an id of blackboard/category-list
     */
    category_id?: string;
    /**
     * 封面图，格式为@mediaId
     */
    coverpic_mediaid?: string;
  };
}

export interface CreateAnnouncementResponse {
  /**
   * 返回码。0 is success; samples of the docs that quote it are wrong
   */
  errcode: 0;
  /**
   * 返回码描述。Optional on success: many field tables omit it, every SDK class has it
   */
  errmsg?: string;
  /**
   * 是否创建成功。No id is returned
   */
  result: boolean;
  /**
   * 本次调用是否成功
   */
  success: true;
  /**
   * 请求ID
   */
  request_id: string;
}
